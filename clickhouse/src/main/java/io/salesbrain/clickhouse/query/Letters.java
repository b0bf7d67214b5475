package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages to and from leads, found by the lead, by which events are sorted. */
public final class Letters {
    /** What a person is called lies in columns of these names, whatever is between their letters. */
    public static final List<String> COLUMNS = List.of(
            "firstname",
            "vorname",
            "lastname",
            "nachname",
            "surname",
            "companyname",
            "company",
            "firma",
            "unternehmen",
            "jobtitle",
            "position");

    private static final String HEAD = """
            SELECT event_id, type, at, lead_email, campaign_id, account, sequence, step, variant, email_id, snippet,
                category, abstained, language,
                CAST(mapKeys(probabilities), 'Array(String)') AS categories, mapValues(probabilities) AS shares,
                if(type = 'email_sent', 'email_', 'reply_') AS prefix,
                JSONExtractString(raw, concat(prefix, 'subject')) AS subject,
                JSONExtractString(raw, 'unibox_url') AS unibox_url,
                arrayFilter(
                    pair -> has({columns:Array(String)}, pair.1),
                    arrayMap(
                        pair -> (replaceRegexpAll(lower(pair.1), '[^a-z]', ''), pair.2),
                        JSONExtractKeysAndValues(raw, 'String'))) AS pairs,
                arrayMap(pair -> pair.1, pairs) AS column_names, arrayMap(pair -> pair.2, pairs) AS column_texts,
            """;

    static final String REPLIES = HEAD + """
                '' AS text, '' AS html, false AS opened
            FROM events FINAL
            WHERE organization_id = {organization_id:String} AND lead_email IN {lead_emails:Array(String)}
                AND event_id IN {event_ids:Array(String)} AND type IN ('reply_received', 'auto_reply_received')""";

    static final String CONVERSATION = HEAD + """
                JSONExtractString(raw, concat(prefix, 'text')) AS text,
                JSONExtractString(raw, concat(prefix, 'html')) AS html,
                type = 'email_sent' AND (sequence, step) IN (
                    SELECT sequence, step FROM events
                    WHERE organization_id = {organization_id:String} AND lead_email = {lead_email:String}
                        AND campaign_id = {campaign_id:String} AND type = 'email_opened') AS opened
            FROM events FINAL
            WHERE organization_id = {organization_id:String} AND lead_email = {lead_email:String}
                AND campaign_id = {campaign_id:String}
                AND type IN ('email_sent', 'reply_received', 'auto_reply_received')
            ORDER BY at DESC, event_id DESC
            LIMIT {limit:UInt32}""";

    private final Warehouse warehouse;

    public Letters(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Replies of these leads, without their texts; what is not stored yet is left out. */
    public List<Letter> replies(
            OrganizationId organization, Collection<String> leadEmails, Collection<String> eventIds) {
        return eventIds.isEmpty()
                ? List.of()
                : warehouse.query(REPLIES, repliesParameters(organization, leadEmails, eventIds), Letters::letter);
    }

    /** What passed between us and a lead in a campaign, the latest first. */
    public List<Letter> conversation(OrganizationId organization, String leadEmail, String campaignId, int limit) {
        return warehouse.query(
                CONVERSATION, conversationParameters(organization, leadEmail, campaignId, limit), Letters::letter);
    }

    static Map<String, Object> repliesParameters(
            OrganizationId organization, Collection<String> leadEmails, Collection<String> eventIds) {
        return Map.of(
                "organization_id", organization.value(),
                "lead_emails", List.copyOf(leadEmails),
                "event_ids", List.copyOf(eventIds),
                "columns", COLUMNS);
    }

    static Map<String, Object> conversationParameters(
            OrganizationId organization, String leadEmail, String campaignId, int limit) {
        return Map.of(
                "organization_id", organization.value(),
                "lead_email", leadEmail,
                "campaign_id", campaignId,
                "limit", Columns.limit(limit),
                "columns", COLUMNS);
    }

    private static Letter letter(Row row) {
        return new Letter(
                row.string("event_id"),
                EventType.ofLabel(row.string("type")),
                row.instant("at"),
                row.string("lead_email"),
                row.string("campaign_id"),
                row.string("account"),
                Columns.step(row),
                row.string("email_id"),
                row.string("subject"),
                row.string("text"),
                row.string("html"),
                row.string("snippet"),
                row.string("unibox_url"),
                judgement(row),
                row.bool("opened"),
                columns(row));
    }

    private static Judgement judgement(Row row) {
        var probabilities = new EnumMap<ReplyCategory, Double>(ReplyCategory.class);
        List<String> categories = row.list("categories");
        List<Double> shares = row.list("shares");
        for (int i = 0; i < categories.size(); i++) {
            double share = shares.get(i);
            ReplyCategory.ofLabel(categories.get(i)).ifPresent(category -> probabilities.put(category, share));
        }
        return new Judgement(Columns.category(row), probabilities, row.bool("abstained"), row.string("language"));
    }

    private static Map<String, String> columns(Row row) {
        List<String> names = row.list("column_names");
        List<String> texts = row.list("column_texts");
        var columns = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), texts.get(i));
        }
        return columns;
    }
}
