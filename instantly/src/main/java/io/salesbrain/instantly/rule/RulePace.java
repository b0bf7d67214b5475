package io.salesbrain.instantly.rule;

import java.time.Duration;

/**
 * How often rules look, and how patient they are with Instantly.
 *
 * @param look between two looks at what is new
 * @param firstPause before the second try, then twice as much each time up to {@code longestPause}
 * @param tries of one action, the first included
 */
public record RulePace(Duration look, Duration firstPause, Duration longestPause, int tries) {
    public static final RulePace DEFAULT =
            new RulePace(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(30), 8);

    private static final int MOST_DOUBLINGS = 20;

    public RulePace {
        if (tries < 1) {
            throw new IllegalArgumentException("an action is tried at least once, not " + tries + " times");
        }
    }

    Duration pauseAfter(int attempts) {
        long pause = firstPause.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.min(pause, longestPause.toMillis()));
    }
}
