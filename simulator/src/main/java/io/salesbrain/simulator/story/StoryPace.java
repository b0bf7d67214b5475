package io.salesbrain.simulator.story;

import io.salesbrain.simulator.scenario.SimulatedClock;
import java.time.Duration;

/**
 * How fast a story is told after its history: {@code speed} compresses waits of hours and days, {@code eventsPerSecond} is what the live part
 * keeps to, {@code opening} how soon after its start the first lead shows interest.
 */
public record StoryPace(double speed, double eventsPerSecond, Duration opening) {
    private static final double MOST_EVENTS_PER_SECOND = 1_000;

    public StoryPace {
        if (!(speed >= SimulatedClock.SLOWEST && speed <= SimulatedClock.FASTEST)) {
            throw new IllegalArgumentException("The speed must lie between " + SimulatedClock.SLOWEST + " and "
                    + SimulatedClock.FASTEST + ", not at " + speed + ".");
        }
        if (!(eventsPerSecond > 0 && eventsPerSecond <= MOST_EVENTS_PER_SECOND)) {
            throw new IllegalArgumentException("The live pace must lie above 0 and at most at " + MOST_EVENTS_PER_SECOND
                    + " events per second, not at " + eventsPerSecond + ".");
        }
    }
}
