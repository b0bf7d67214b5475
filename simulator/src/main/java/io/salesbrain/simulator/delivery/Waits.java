package io.salesbrain.simulator.delivery;

import java.time.Duration;
import java.util.List;

/**
 * How long the sender waits for what.
 *
 * @param longestDelay how long an event is held back at most
 * @param timeout how long a try waits for its answer
 * @param impatience how long the try of an impatient sender does
 * @param retryDelays what lies between the tries; there is one try more than there are waits
 */
public record Waits(Duration longestDelay, Duration timeout, Duration impatience, List<Duration> retryDelays) {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_RETRIES = 10;

    public Waits {
        retryDelays = List.copyOf(retryDelays);
        requireWait("longestDelay", longestDelay);
        requireWait("timeout", timeout);
        requireWait("impatience", impatience);
        retryDelays.forEach(wait -> requireWait("retryDelays", wait));
        if (timeout.isZero() || impatience.isZero()) {
            throw new IllegalArgumentException("The habits timeout and impatience must lie above 0.");
        }
        if (retryDelays.size() > MOST_RETRIES) {
            throw new IllegalArgumentException(
                    "There are at most " + MOST_RETRIES + " retryDelays, not " + retryDelays.size() + ".");
        }
    }

    private static void requireWait(String name, Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The habit " + name + " lies between 0 and " + LONGEST + ", not at " + wait + ".");
        }
    }
}
