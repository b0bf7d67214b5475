package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.oddity.Oddities;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Stands between a story and those who carry it, and makes some events odd: each at most in one way, and all who carry the same event see
 * it odd in the same way. The same seed and event meet the same oddity.
 */
public final class Distortion implements EventSink {
    private final EventSink carrier;
    private final Oddities oddities;
    private final long seed;

    public Distortion(EventSink carrier, Oddities oddities, long seed) {
        this.carrier = carrier;
        this.oddities = oddities;
        this.seed = seed;
    }

    @Override
    public void tell(Outgoing event) throws InterruptedException {
        if (event.punctual()) {
            carrier.tell(event);
            return;
        }
        RandomGenerator random = Seeds.random(seed, 32, event.sequence());
        if (Seeds.chance(random, oddities.share(Oddity.UNKNOWN_TYPE))) {
            carrier.tell(besides(event, random));
        }
        for (Oddity oddity : Oddity.values()) {
            if (oddity != Oddity.UNKNOWN_TYPE
                    && oddity.canHappenTo(event.body())
                    && Seeds.chance(random, oddities.share(oddity))) {
                carrier.tell(new Outgoing(
                        event.sequence(),
                        event.eventType(),
                        event.campaignId(),
                        oddity.happenTo(event.body(), random, Instant.now()),
                        false,
                        Optional.of(oddity)));
                return;
            }
        }
        carrier.tell(event);
    }

    @Override
    public boolean awaitQuiet(Duration atMost) throws InterruptedException {
        return carrier.awaitQuiet(atMost);
    }

    /** Its sequence lies where no event of the story has one. */
    private static Outgoing besides(Outgoing event, RandomGenerator random) {
        ObjectNode body = Oddity.UNKNOWN_TYPE.happenTo(event.body(), random, Instant.now());
        return new Outgoing(
                -1 - event.sequence(),
                body.path("event_type").asText(),
                event.campaignId(),
                body,
                false,
                Optional.of(Oddity.UNKNOWN_TYPE));
    }
}
