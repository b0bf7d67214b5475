package io.salesbrain.instantly.client;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a client waits and how often it tries.
 *
 * @param connect for a connection
 * @param answer for one answer
 * @param place for a place within the workspace's limits
 * @param tries of one request, the first included
 * @param firstPause at most before the second try, then twice as much each time up to {@code longestPause}
 */
public record Patience(
        Duration connect, Duration answer, Duration place, int tries, Duration firstPause, Duration longestPause) {
    public static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            6,
            Duration.ofMillis(500),
            Duration.ofSeconds(30));

    /** For when a person waits for the outcome. */
    public static final Patience OF_A_PERSON = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            2,
            Duration.ofMillis(500),
            Duration.ofSeconds(1));

    private static final int MOST_DOUBLINGS = 20;

    public Patience {
        if (tries < 1) {
            throw new IllegalArgumentException("a request is tried at least once, not " + tries + " times");
        }
    }

    /**
     * The pause before the next try: anything from nothing to the bound, so that many clients that failed together do
     * not come back together; never less than what the answer asked for.
     */
    Duration pause(int triesSoFar, Optional<Duration> retryAfter, RandomGenerator random) {
        long bound =
                Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(triesSoFar - 1, MOST_DOUBLINGS));
        var jitter = Duration.ofMillis(random.nextLong(bound + 1));
        return retryAfter.map(asked -> asked.plus(jitter)).orElse(jitter);
    }
}
