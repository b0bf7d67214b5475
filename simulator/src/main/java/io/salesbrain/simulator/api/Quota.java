package io.salesbrain.simulator.api;

import io.javalin.http.HttpStatus;
import java.util.ArrayDeque;
import java.util.Deque;

/** Instantly's limits: so many requests in any span of that length, beyond which it answers 429. */
final class Quota {
    private static final long MS_PER_SECOND = 1_000;

    private final int most;
    private final long spanMs;
    private final Deque<Long> taken = new ArrayDeque<>();

    Quota(int most, long spanMs) {
        this.most = most;
        this.spanMs = spanMs;
    }

    synchronized void take(long nowMs) {
        while (!taken.isEmpty() && nowMs - taken.getFirst() >= spanMs) {
            taken.removeFirst();
        }
        if (taken.size() >= most) {
            long waitMs = taken.getFirst() + spanMs - nowMs;
            throw new ApiError(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Rate limit exceeded, retry later",
                    Math.ceilDiv(waitMs, MS_PER_SECOND));
        }
        taken.addLast(nowMs);
    }
}
