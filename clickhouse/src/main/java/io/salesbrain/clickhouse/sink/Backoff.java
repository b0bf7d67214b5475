package io.salesbrain.clickhouse.sink;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from the first to the longest, each a random share between a half and the whole of that. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private int taken;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    Duration next() {
        long doubledMs = first.toMillis() << Math.min(taken, MAX_DOUBLINGS);
        long fullMs = Math.min(doubledMs <= 0 ? Long.MAX_VALUE : doubledMs, longest.toMillis());
        taken++;
        return Duration.ofMillis(fullMs / 2 + ThreadLocalRandom.current().nextLong(fullMs / 2 + 1));
    }

    void reset() {
        taken = 0;
    }
}
