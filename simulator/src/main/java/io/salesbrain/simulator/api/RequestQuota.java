package io.salesbrain.simulator.api;

/** What a workspace may ask in all: 100 requests in a second and 6,000 in a minute. */
final class RequestQuota {
    private static final int SECOND_MS = 1_000;
    private static final int MINUTE_MS = 60_000;

    private final Quota second = new Quota(100, SECOND_MS);
    private final Quota minute = new Quota(6_000, MINUTE_MS);

    void take() {
        long nowMs = System.currentTimeMillis();
        second.take(nowMs);
        minute.take(nowMs);
    }
}
