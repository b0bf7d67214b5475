package io.salesbrain.standalone.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and at what distance a batch is tried: exponential backoff with full jitter, so that many senders that were
 * turned away together do not come back together.
 *
 * @param attempts tries of one batch, the first included
 * @param first the longest pause after the first failure; it doubles from one to the next
 * @param longest no pause is longer, unless the receiver asks for it
 */
public record Patience(int attempts, Duration first, Duration longest) {
    public static final Patience DEFAULT = new Patience(12, Duration.ofMillis(500), Duration.ofSeconds(30));

    /** What a receiver may ask for at most. */
    private static final Duration MAX_ASKED = Duration.ofMinutes(2);

    private static final int MAX_DOUBLINGS = 20;

    /**
     * @param failures how often it has failed by now, from 1
     * @param asked what the receiver said in Retry-After
     */
    Duration pause(int failures, Optional<Duration> asked, RandomGenerator random) {
        long ceilingMs = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS));
        var jittered = Duration.ofMillis(random.nextLong(ceilingMs + 1));
        var least = asked.filter(pause -> pause.compareTo(MAX_ASKED) < 0)
                .orElse(asked.isPresent() ? MAX_ASKED : Duration.ZERO);
        return jittered.plus(least);
    }
}
