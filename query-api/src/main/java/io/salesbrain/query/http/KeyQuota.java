package io.salesbrain.query.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How often one key may call. Each answer says how much is left ({@code RateLimit-Limit}, {@code -Remaining},
 * {@code -Reset} in seconds until all of it is there again). Only keys that were let in are counted, so there are no
 * more of them than credentials.
 */
public final class KeyQuota {
    /** So many seconds' worth may come at once. */
    private static final int BURST_SECONDS = 3;

    private final int requestsPerSecond;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public KeyQuota(int requestsPerSecond) {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("a key may call at least once a second, not " + requestsPerSecond);
        }
        this.requestsPerSecond = requestsPerSecond;
    }

    /** @throws ApiException 429 when it is too often */
    void count(Context ctx, String key) {
        var probe = buckets.computeIfAbsent(key, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        ctx.header("RateLimit-Limit", Integer.toString(capacity()))
                .header("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()))
                .header("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            throw ApiException.tooMany("This key may call " + requestsPerSecond + " times a second; come again in "
                    + seconds(probe.getNanosToWaitForRefill()) + " s.");
        }
    }

    private int capacity() {
        return BURST_SECONDS * requestsPerSecond;
    }

    private static long seconds(long nanos) {
        return nanos == 0 ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(capacity())
                        .refillGreedy(requestsPerSecond, Duration.ofSeconds(1))
                        .build())
                .build();
    }
}
