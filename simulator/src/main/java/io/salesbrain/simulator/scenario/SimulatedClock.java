package io.salesbrain.simulator.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * Turns the time of the story into the time of the watcher, so that weeks pass in minutes. Seconds stay seconds: how soon after a send
 * an open comes is what tells machines from people, so only what is longer than {@link #KEPT} is compressed.
 */
public record SimulatedClock(Instant origin, double speed) {
    public static final double SLOWEST = 60;
    public static final double FASTEST = 100_000;
    public static final Duration KEPT = Duration.ofMinutes(3);

    public SimulatedClock {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException(
                    "The speed must lie between " + SLOWEST + " and " + FASTEST + ", not at " + speed + ".");
        }
    }

    /** The time in the story when so much real time has passed. */
    public Instant storyTime(Duration passed) {
        return origin.plusMillis(Math.round(passed.toMillis() * speed));
    }

    /** How long a wait of the story really takes. */
    public Duration wait(Duration inStory) {
        return Duration.ofMillis(Math.round(inStory.toMillis() / speed));
    }

    /** How long after its cause a reaction really comes: short delays are kept, longer ones shrink towards {@link #KEPT}. */
    public Duration reaction(Duration inStory) {
        return inStory.compareTo(KEPT) <= 0 ? inStory : KEPT.plus(wait(inStory.minus(KEPT)));
    }
}
