package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.world.Organization;
import java.time.Duration;
import java.time.Instant;

/**
 * The story of one organization around an origin: a history that ends there and a live part that goes on. The same organization and
 * origin always give the same story; an origin whole weeks later gives the same one later, as long as clocks are not changed between.
 */
public final class Scenario {
    private final Organization organization;
    private final Instant origin;
    private final ReplyWriter writer = new ReplyWriter();

    public Scenario(Organization organization, Instant origin) {
        this.organization = organization;
        this.origin = origin;
    }

    public History history() {
        return new HistoryScript(organization, origin, writer).write();
    }

    /** The live part after a history, which it takes over: its correspondences go on, so each history serves once. */
    public LiveScript live(History history, double speed, double eventsPerSecond, Duration delayBeforeFirst) {
        return new LiveScript(
                organization, history, new SimulatedClock(origin, speed), eventsPerSecond, delayBeforeFirst, writer);
    }
}
