package io.salesbrain.simulator;

import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Target;
import io.salesbrain.simulator.world.World;
import java.util.Map;

/**
 * What to simulate and whom to tell. {@code targets} names, per organization id of the world, where its webhooks go; an organization without a
 * target is not simulated. {@code liveEventsPerSecond} is the pace of all organizations together, {@code concurrency} the number of requests on
 * the wire per organization.
 */
public record SimulatorConfig(
        World world,
        Map<String, Target> targets,
        double speed,
        double liveEventsPerSecond,
        Habits habits,
        int concurrency) {
    /** A day passes in a minute. */
    public static final double DEFAULT_SPEED = 1_440;

    public static final double DEFAULT_LIVE_EVENTS_PER_SECOND = 3;
    public static final int DEFAULT_CONCURRENCY = 16;

    public SimulatorConfig {
        targets = Map.copyOf(targets);
        for (String id : targets.keySet()) {
            if (world.organization(id).isEmpty()) {
                throw new IllegalArgumentException("The simulated world has no organization " + id + ".");
            }
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("The simulator needs a target for at least one organization.");
        }
    }

    public static SimulatorConfig of(World world, Map<String, Target> targets) {
        return new SimulatorConfig(
                world, targets, DEFAULT_SPEED, DEFAULT_LIVE_EVENTS_PER_SECOND, Habits.BELIEVABLE, DEFAULT_CONCURRENCY);
    }

    public SimulatorConfig withSpeed(double newSpeed) {
        return new SimulatorConfig(world, targets, newSpeed, liveEventsPerSecond, habits, concurrency);
    }

    public SimulatorConfig withLiveEventsPerSecond(double newPace) {
        return new SimulatorConfig(world, targets, speed, newPace, habits, concurrency);
    }

    public SimulatorConfig withHabits(Habits newHabits) {
        return new SimulatorConfig(world, targets, speed, liveEventsPerSecond, newHabits, concurrency);
    }
}
