package io.salesbrain.query.warehouse;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.clickhouse.RowMapper;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StepVariant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The questions in ClickHouse's SQL. Tables hold versions that are merged later, so each is read with FINAL; and each
 * question is held to one organization by a bound parameter.
 */
public final class SqlArchive implements Archive {
    private static final String EVENT_COLUMNS = """
            event_id, type, name, at, lead_email, campaign_id, campaign_name, account, sequence, step, variant, email_id,
            flags, category, snippet, raw""";

    private static final String TIMELINE = "SELECT * FROM (SELECT " + EVENT_COLUMNS + """

             FROM events FINAL
            WHERE organization_id = {organization_id:String} AND lead_email = {lead_email:String}
            ORDER BY at DESC, event_id DESC
            LIMIT {limit:UInt32}) ORDER BY at, event_id""";

    private static final String MESSAGES = "SELECT " + EVENT_COLUMNS + """

             FROM events FINAL
            WHERE organization_id = {organization_id:String} AND campaign_id = {campaign_id:String}
              AND type IN ('email_sent', 'reply_received', 'auto_reply_received')
              AND (at, event_id) < ({before_at:DateTime64(3, 'UTC')}, {before_id:String})
            ORDER BY at DESC, event_id DESC
            LIMIT {limit:UInt32}""";

    private static final String CAMPAIGN_NAMES = """
            SELECT campaign_id AS id, argMaxIf(campaign_name, at, campaign_name != '') AS latest_name
            FROM events FINAL
            WHERE organization_id = {organization_id:String} AND campaign_id IN {campaign_ids:Array(String)}
            GROUP BY id
            HAVING latest_name != ''""";

    /** The name of the dimension in the rates table, and the column that tells its groups apart. */
    private record Cut(String dimension, String column) {
        static Cut of(Grouping grouping) {
            return switch (grouping) {
                case CAMPAIGN -> new Cut("campaign", "campaign_id");
                case ACCOUNT -> new Cut("account", "account");
                case ORGANIZATION -> new Cut("organization", "''");
            };
        }
    }

    /** Whole hours, from the one in which the span begins up to, without, the first one that begins after its end. */
    private static final String OUTCOMES = """
            SELECT (group) AS group_key, sum(emails_sent) AS sent, sum(leads_contacted) AS contacted,
              sum(leads_replied) AS replied, sum(positive_replies) AS positive, sum(meetings_booked) AS meetings
            FROM rates FINAL
            WHERE organization_id = {organization_id:String} AND dimension = {dimension:String}
              AND hour >= {from:DateTime('UTC')} AND hour < {to:DateTime('UTC')}
            GROUP BY group_key
            ORDER BY group_key""";

    private static final String SPENT = """
            SELECT (group) AS group_key, currency, sum(amount) AS total
            FROM costs FINAL
            WHERE organization_id = {organization_id:String}
              AND incurred_at >= {from:DateTime64(3, 'UTC')} AND incurred_at < {to:DateTime64(3, 'UTC')}
            GROUP BY group_key, currency
            ORDER BY group_key, currency""";

    private static final String HAS_COST = """
            SELECT count() AS found FROM costs FINAL
            WHERE organization_id = {organization_id:String} AND cost_id = {cost_id:String}
              AND recorded_at >= {recorded_at:DateTime64(3, 'UTC')}""";

    /** The only question without an organization: how far the installation is. */
    private static final String MARKS =
            "SELECT topic, topic_partition, source_partition, processed FROM watermarks FINAL";

    /** The range of DateTime, which hours are kept in; costs are asked for in the same range. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("2106-01-01T00:00:00Z");

    private final Warehouse warehouse;

    public SqlArchive(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<StoredEvent> timeline(OrganizationId organization, String leadEmail, int limit) {
        return ask(TIMELINE, organization, Map.of("lead_email", leadEmail, "limit", limit), SqlArchive::event);
    }

    @Override
    public List<StoredEvent> messages(
            OrganizationId organization, String campaignId, Optional<Place> after, int limit) {
        var start = after.orElse(new Place(LATEST, ""));
        var parameters = Map.of(
                "campaign_id", campaignId, "before_at", start.at(), "before_id", start.eventId(), "limit", limit);
        return ask(MESSAGES, organization, parameters, SqlArchive::event);
    }

    @Override
    public Map<String, String> campaignNames(OrganizationId organization, List<String> campaignIds) {
        record Named(String id, String name) {}
        var names = new HashMap<String, String>();
        ask(
                        CAMPAIGN_NAMES,
                        organization,
                        Map.of("campaign_ids", campaignIds),
                        row -> new Named(row.string("id"), row.string("latest_name")))
                .forEach(named -> names.put(named.id(), named.name()));
        return names;
    }

    @Override
    public List<Outcome> outcomes(OrganizationId organization, Grouping grouping, Span span) {
        var cut = Cut.of(grouping);
        var parameters = Map.of(
                "dimension", cut.dimension(),
                "from", wholeSeconds(span.from().orElse(EARLIEST).truncatedTo(ChronoUnit.HOURS)),
                "to", wholeSeconds(nextHour(span.to().orElse(LATEST))));
        return ask(
                OUTCOMES.replace("(group)", cut.column()),
                organization,
                parameters,
                row -> new Outcome(
                        row.string("group_key"),
                        row.longValue("sent"),
                        row.longValue("contacted"),
                        row.longValue("replied"),
                        row.longValue("positive"),
                        row.longValue("meetings")));
    }

    @Override
    public List<Spent> spent(OrganizationId organization, Grouping grouping, Span span) {
        var parameters = Map.of(
                "from", bounded(span.from().orElse(EARLIEST)),
                "to", bounded(span.to().orElse(LATEST)));
        return ask(
                SPENT.replace("(group)", Cut.of(grouping).column()),
                organization,
                parameters,
                row -> new Spent(groupOf(row, grouping), new Money(row.decimal("total"), row.string("currency"))));
    }

    /** The tables write an unknown campaign or account as empty text. */
    private static @Nullable String groupOf(Row row, Grouping grouping) {
        var key = row.stringOrNull("group_key");
        if (grouping == Grouping.ORGANIZATION) {
            return "";
        }
        return key == null || key.isEmpty() ? null : key;
    }

    @Override
    public boolean hasCost(OrganizationId organization, String costId, Instant recordedAt) {
        var found = ask(
                HAS_COST,
                organization,
                Map.of("cost_id", costId, "recorded_at", recordedAt),
                row -> row.longValue("found"));
        return found.getFirst() > 0;
    }

    @Override
    public List<Mark> marks() {
        return warehouse.query(
                MARKS,
                Map.of(),
                row -> new Mark(
                        row.string("topic"),
                        row.intValue("topic_partition"),
                        row.intValue("source_partition"),
                        row.longValue("processed")));
    }

    private <T> List<T> ask(String sql, OrganizationId organization, Map<String, ?> parameters, RowMapper<T> mapper) {
        var bound = new HashMap<String, Object>(parameters);
        bound.put("organization_id", organization.value());
        return warehouse.query(sql, bound, mapper);
    }

    private static StoredEvent event(Row row) {
        return new StoredEvent(
                row.string("event_id"),
                row.string("type"),
                row.string("name"),
                row.instant("at"),
                row.string("lead_email"),
                row.string("campaign_id"),
                row.string("campaign_name"),
                row.string("account"),
                new StepVariant(row.intValue("sequence"), row.intValue("step"), row.intValue("variant")),
                row.string("email_id"),
                row.list("flags"),
                row.string("category"),
                row.string("snippet"),
                row.string("raw"));
    }

    private static Instant nextHour(Instant time) {
        var hour = bounded(time).truncatedTo(ChronoUnit.HOURS);
        return hour.equals(bounded(time)) ? hour : hour.plus(Duration.ofHours(1));
    }

    /** A DateTime takes no fraction. */
    private static String wholeSeconds(Instant time) {
        return Long.toString(bounded(time).getEpochSecond());
    }

    private static Instant bounded(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }
}
