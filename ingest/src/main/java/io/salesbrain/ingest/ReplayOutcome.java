package io.salesbrain.ingest;

/**
 * What came of a quarantined delivery that was tried again.
 *
 * @param accepted how many events of it are in the log now
 * @param rejected how many are still no events; they stay where they are
 */
public record ReplayOutcome(int accepted, int rejected) {}
