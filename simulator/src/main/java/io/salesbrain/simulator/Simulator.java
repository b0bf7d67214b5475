package io.salesbrain.simulator;

import io.salesbrain.simulator.delivery.Courier;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Distortion;
import io.salesbrain.simulator.delivery.EventSink;
import io.salesbrain.simulator.delivery.Target;
import io.salesbrain.simulator.story.GroundTruth;
import io.salesbrain.simulator.story.Rendezvous;
import io.salesbrain.simulator.story.StoryPace;
import io.salesbrain.simulator.story.Storyteller;
import io.salesbrain.simulator.world.Organization;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running simulation: one storyteller and one courier per organization. Closing it stops at once. */
public final class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);
    private static final Duration FIRST_OPENING = Duration.ofMillis(300);
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(350);
    private static final int LATEST_OPENING = 4;

    private final GroundTruth truth = new GroundTruth();
    private final Map<String, Courier> couriers = new LinkedHashMap<>();
    private final List<Thread> storytellers = new ArrayList<>();
    private final Rendezvous rendezvous;

    private Simulator(SimulatorConfig config) {
        this.rendezvous = new Rendezvous(config.targets().size());
        Instant origin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (Organization organization : config.world().organizations()) {
            Target target = config.targets().get(organization.id());
            if (target != null) {
                add(config, organization, target, origin);
            }
        }
    }

    public static Simulator start(SimulatorConfig config) {
        Simulator simulator = new Simulator(config);
        simulator.storytellers.forEach(Thread::start);
        return simulator;
    }

    /** What was sent so far, over all organizations. */
    public DeliveryReport report() {
        return couriers.values().stream().map(Courier::report).reduce(DeliveryReport.EMPTY, DeliveryReport::plus);
    }

    public GroundTruth truth() {
        return truth;
    }

    /** Waits until the history is delivered and the live part begins; false when that took longer. */
    public boolean awaitLive(Duration atMost) throws InterruptedException {
        return rendezvous.awaitBegun(atMost);
    }

    public boolean live() {
        return rendezvous.begun();
    }

    /** The organizations whose webhook was disabled because its target failed too often. */
    public Set<String> disabled() {
        return couriers.entrySet().stream()
                .filter(courier -> courier.getValue().disabledAt().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a person does who finds the webhook of an organization disabled. */
    public void resume(String organizationId) {
        Optional.ofNullable(couriers.get(organizationId)).ifPresent(Courier::resume);
    }

    /** Ends the stories and waits until all that was told has met its fate; false when that took longer. After it the report is final. */
    public boolean finish(Duration atMost) throws InterruptedException {
        Instant deadline = Instant.now().plus(atMost);
        storytellers.forEach(Thread::interrupt);
        boolean quiet = true;
        for (Thread storyteller : storytellers) {
            quiet &= storyteller.join(left(deadline));
        }
        for (Courier courier : couriers.values()) {
            quiet &= courier.awaitQuiet(left(deadline));
        }
        return quiet;
    }

    private static Duration left(Instant deadline) {
        Duration left = Duration.between(Instant.now(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void close() {
        storytellers.forEach(Thread::interrupt);
        try {
            for (Thread storyteller : storytellers) {
                if (!storyteller.join(STOPS_WITHIN)) {
                    LOG.warn("The simulator's thread {} did not stop within {}.", storyteller.getName(), STOPS_WITHIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            couriers.values().forEach(Courier::close);
        }
    }

    private void add(SimulatorConfig config, Organization organization, Target target, Instant origin) {
        Courier courier = new Courier(target, config.habits(), organization.seed(), config.concurrency());
        EventSink sink = new Distortion(courier, config.habits().oddities(), organization.seed());
        int place = Math.min(couriers.size(), LATEST_OPENING);
        StoryPace pace = new StoryPace(
                config.speed(),
                config.liveEventsPerSecond() / config.targets().size(),
                FIRST_OPENING.plus(BETWEEN_OPENINGS.multipliedBy(place)));
        Storyteller storyteller = new Storyteller(organization, origin, pace, truth);
        couriers.put(organization.id(), courier);
        storytellers.add(Thread.ofVirtual().name("story-" + organization.id()).unstarted(() -> {
            try {
                storyteller.tell(sink, rendezvous);
            } catch (InterruptedException e) {
                LOG.debug("The story of {} was stopped.", organization.id());
            }
        }));
    }
}
