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

/** Search through what was written to leads and by them. */
public final class Correspondence {
    /**
     * A message that has all the words.
     *
     * @param text what its writer wrote, without quotes
     */
    public record Found(
            String eventId,
            EventType type,
            Instant at,
            String leadEmail,
            String campaignId,
            String subject,
            String text) {
        /** Where the page after it begins. */
        public Messages.Before before() {
            return new Messages.Before(at, eventId);
        }
    }

    private static final String HEAD = """
            SELECT event_id, type, at, lead_email, campaign_id, subject, text
            FROM correspondence
            WHERE organization_id = {organization_id:String}
            """;
    private static final String ALL_WORDS = "    AND hasAllTokens(folded, {words:Array(String)})\n";

    /** The first pattern is what the index of words knows; the second holds it to beginnings. */
    private static final String BEGINNING = "    AND folded LIKE {within:String} AND folded LIKE {beginning:String}\n";

    private static final String BEFORE =
            "    AND (at, event_id) < ({before:DateTime64(3, 'UTC')}, {before_id:String})\n";
    /** Rows that were written twice lie side by side. */
    private static final String TAIL = """
            ORDER BY at DESC, event_id DESC
            LIMIT 1 BY event_id
            LIMIT {limit:UInt32}""";

    private final Warehouse warehouse;

    public Correspondence(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The latest first; with {@code before}, those that follow it in this order. */
    public List<Found> search(
            OrganizationId organization, SearchQuestion question, Optional<Messages.Before> before, int limit) {
        return warehouse.query(
                sql(question, before), parameters(organization, question, before, limit), Correspondence::found);
    }

    static String sql(SearchQuestion question, Optional<Messages.Before> before) {
        return HEAD
                + (question.words().isEmpty() ? "" : ALL_WORDS)
                + BEGINNING
                + (before.isEmpty() ? "" : BEFORE)
                + TAIL;
    }

    static Map<String, Object> parameters(
            OrganizationId organization, SearchQuestion question, Optional<Messages.Before> before, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization_id", organization.value());
        parameters.put("words", question.words());
        parameters.put("within", "%" + question.beginning() + "%");
        parameters.put("beginning", "% " + question.beginning() + "%");
        parameters.put("limit", Columns.limit(limit));
        before.ifPresent(place -> {
            parameters.put("before", Columns.storable(place.at()));
            parameters.put("before_id", place.eventId());
        });
        return parameters;
    }

    private static Found found(Row row) {
        return new Found(
                row.string("event_id"),
                EventType.ofLabel(row.string("type")),
                row.instant("at"),
                row.string("lead_email"),
                row.string("campaign_id"),
                row.string("subject"),
                row.string("text"));
    }
}
