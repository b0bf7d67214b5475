package io.salesbrain.simulator.story;

import io.salesbrain.simulator.delivery.EventSink;
import io.salesbrain.simulator.delivery.Outgoing;
import io.salesbrain.simulator.payload.Payloads;
import io.salesbrain.simulator.scenario.History;
import io.salesbrain.simulator.scenario.LiveScript;
import io.salesbrain.simulator.scenario.Scenario;
import io.salesbrain.simulator.scenario.ScriptedEvent;
import io.salesbrain.simulator.world.Organization;
import java.time.Duration;
import java.time.Instant;

/** Tells one organization's story: its history as fast as it is taken, then the live part in real time, never ahead of the clock. */
public final class Storyteller {
    private static final Duration HISTORY_SETTLES_WITHIN = Duration.ofSeconds(30);
    private static final Duration PUNCTUAL_FOR = Duration.ofSeconds(6);

    private final Organization organization;
    private final Instant origin;
    private final StoryPace pace;
    private final GroundTruth truth;
    private final Payloads payloads;
    private final Scenario scenario;

    public Storyteller(Organization organization, Instant origin, StoryPace pace, GroundTruth truth) {
        this.organization = organization;
        this.origin = origin;
        this.pace = pace;
        this.truth = truth;
        this.payloads = new Payloads(organization);
        this.scenario = new Scenario(organization, origin);
    }

    /** Runs until it is interrupted. */
    public void tell(EventSink sink, Rendezvous rendezvous) throws InterruptedException {
        History history = scenario.history();
        for (ScriptedEvent event : history.events()) {
            tell(sink, event, event.moment().at(), false);
        }
        sink.awaitQuiet(HISTORY_SETTLES_WITHIN);
        LiveScript live = scenario.live(history, pace.speed(), pace.eventsPerSecond(), pace.opening());
        goOn(sink, live, rendezvous.arrive());
    }

    private void goOn(EventSink sink, LiveScript live, Instant start) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            ScriptedEvent event = live.next();
            Duration offset = Duration.between(origin, event.moment().at());
            Instant due = start.plus(offset);
            awaitTime(due);
            tell(sink, event, due, offset.compareTo(PUNCTUAL_FOR) < 0);
        }
    }

    private void tell(EventSink sink, ScriptedEvent event, Instant timestamp, boolean punctual)
            throws InterruptedException {
        truth.add(organization, event, timestamp);
        var body = payloads.render(event, timestamp);
        sink.tell(new Outgoing(
                event.sequence(),
                event.moment().happening().eventType(),
                body.path("campaign_id").asText(),
                body,
                punctual));
    }

    private static void awaitTime(Instant due) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), due);
        while (left.isPositive()) {
            Thread.sleep(left);
            left = Duration.between(Instant.now(), due);
        }
    }
}
