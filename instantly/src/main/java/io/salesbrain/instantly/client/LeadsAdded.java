package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of an upload of leads. */
public record LeadsAdded(
        long sent, long uploaded, long duplicates, long skipped, long invalid, long incomplete, long blocked) {
    public static final LeadsAdded NONE = new LeadsAdded(0, 0, 0, 0, 0, 0, 0);

    static LeadsAdded of(JsonNode json) {
        var fields = new Fields(json);
        return new LeadsAdded(
                fields.count("total_sent"),
                fields.count("leads_uploaded"),
                fields.count("duplicated_leads") + fields.count("duplicate_email_count"),
                fields.count("skipped_count"),
                fields.count("invalid_email_count"),
                fields.count("incomplete_count"),
                fields.count("in_blocklist"));
    }

    public LeadsAdded plus(LeadsAdded other) {
        return new LeadsAdded(
                sent + other.sent,
                uploaded + other.uploaded,
                duplicates + other.duplicates,
                skipped + other.skipped,
                invalid + other.invalid,
                incomplete + other.incomplete,
                blocked + other.blocked);
    }
}
