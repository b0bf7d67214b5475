package io.salesbrain.simulator.delivery;

import java.time.Duration;

/**
 * How much failure a webhook survives: it is disabled when so many events in a row have failed for good, the first and the last of them not
 * further apart than the window.
 */
public record Patience(int failures, Duration window) {
    private static final int MOST_FAILURES = 10_000;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    public Patience {
        if (failures < 1 || failures > MOST_FAILURES) {
            throw new IllegalArgumentException(
                    "A webhook is disabled after 1 to " + MOST_FAILURES + " failures, not after " + failures + ".");
        }
        if (!window.isPositive() || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("The window for failures of a webhook lies above 0 and at most at "
                    + LONGEST_WINDOW + ", not at " + window + ".");
        }
    }
}
