package io.salesbrain.log;

/** What a writer is tuned for. */
public enum WriterKind {
    /** Many records one after the other: several requests under way, so that the log always has the next one. */
    STEADY(2, 5),

    /**
     * Single records of many who each wait for theirs: one request under way, and whatever comes meanwhile goes together
     * into the next. A log that flushes before it acknowledges then flushes once for all of them.
     */
    PROMPT(0, 1);

    private final int lingerMs;
    private final int requestsInFlight;

    WriterKind(int lingerMs, int requestsInFlight) {
        this.lingerMs = lingerMs;
        this.requestsInFlight = requestsInFlight;
    }

    int lingerMs() {
        return lingerMs;
    }

    int requestsInFlight() {
        return requestsInFlight;
    }
}
