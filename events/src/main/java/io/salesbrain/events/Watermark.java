package io.salesbrain.events;

/**
 * How far one partition of the log has been worked off. It travels behind the results it speaks of, through every
 * topic they take: who has read it has read them. This is how the pipeline can say, exactly and at any moment, what is
 * visible everywhere.
 *
 * @param partition the partition of the events topic
 * @param processed distinct events worked off there so far
 * @param duplicates deliveries recognised as known there so far
 */
public record Watermark(int partition, long processed, long duplicates)
        implements LeadRecord, RateRecord, ScoredRecord {
    private static final String KEY_PREFIX = "watermark/";

    /** The key of this watermark in an output topic; no organization's key starts so. */
    public String key() {
        return KEY_PREFIX + partition;
    }

    public static boolean isKey(String key) {
        return key.startsWith(KEY_PREFIX);
    }
}
