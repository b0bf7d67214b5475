package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The e-mails of a campaign. */
public final class Messages {
    /** A place in the order of messages, which is by time and then by id. */
    public record Before(Instant at, String eventId) {}

    static final String OF_CAMPAIGN = """
            SELECT event_id, type, at, lead_email, account, sequence, step, variant, email_id, flags, category, abstained, snippet,
                if(type = 'email_sent', 'email_', 'reply_') AS prefix,
                JSONExtractString(raw, concat(prefix, 'subject')) AS subject,
                JSONExtractString(raw, concat(prefix, 'text')) AS text,
                JSONExtractString(raw, concat(prefix, 'html')) AS html
            FROM events FINAL
            WHERE organization_id = {organization_id:String} AND campaign_id = {campaign_id:String}
                AND type IN ('email_sent', 'reply_received', 'auto_reply_received')
                AND ({from_the_latest:Bool} OR (at, event_id) < ({before:DateTime64(3, 'UTC')}, {before_id:String}))
            ORDER BY at DESC, event_id DESC
            LIMIT {limit:UInt32}""";

    private final Warehouse warehouse;

    public Messages(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The latest first; with {@code before}, those that follow it in this order. */
    public List<Message> ofCampaign(
            OrganizationId organization, String campaignId, int limit, Optional<Before> before) {
        return warehouse.query(OF_CAMPAIGN, parameters(organization, campaignId, limit, before), Messages::message);
    }

    static Map<String, Object> parameters(
            OrganizationId organization, String campaignId, int limit, Optional<Before> before) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization_id", organization.value());
        parameters.put("campaign_id", campaignId);
        parameters.put("limit", Columns.limit(limit));
        parameters.put("from_the_latest", before.isEmpty());
        parameters.put("before", Columns.storable(before.map(Before::at).orElse(Instant.EPOCH)));
        parameters.put("before_id", before.map(Before::eventId).orElse(""));
        return parameters;
    }

    private static Message message(Row row) {
        return new Message(
                row.string("event_id"),
                EventType.ofLabel(row.string("type")),
                row.instant("at"),
                row.string("lead_email"),
                row.string("account"),
                Columns.step(row),
                row.string("email_id"),
                row.string("subject"),
                row.string("text"),
                row.string("html"),
                row.string("snippet"),
                Columns.category(row),
                row.bool("abstained"),
                Columns.flags(row));
    }
}
