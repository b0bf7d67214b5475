package io.salesbrain.scoring.topology;

import static io.salesbrain.testkit.EventFixture.START;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A correction changes what was counted already, whenever it comes. */
class CorrectionTest {
    private static final Event REPLY = happened(EventType.REPLY_RECEIVED)
            .after(Duration.ofHours(3))
            .says("No thanks, we are not interested.")
            .event();

    /** @param leads the latest of each, without its version, which counts the changes on the way */
    private record Result(Map<String, LeadState> leads, Map<RateKey, Counts> buckets) {}

    @Test
    void pointsStatusAndRatesFollow() {
        try (var topology = new TestTopology(MemoryLimits.DEFAULT)) {
            topology.send(happened(EventType.EMAIL_SENT).event());
            topology.send(REPLY);
            var before = result(topology);
            assertThat(state(before).points()).isZero();
            assertThat(positiveReplies(before)).isZero();

            topology.send(correction(REPLY, ReplyCategory.INTERESTED, 5));
            var after = result(topology);
            assertThat(state(after).points()).isEqualTo(50);
            assertThat(state(after).disqualified()).isFalse();
            assertThat(positiveReplies(after)).isEqualTo(1);

            topology.send(correction(REPLY, null, 6));
            var again = result(topology);
            assertThat(state(again)).isEqualTo(state(before));
            assertThat(positiveReplies(again)).isZero();
        }
    }

    @Test
    void aCorrectionBeforeItsReplyMakesNoLead() {
        try (var topology = new TestTopology(MemoryLimits.DEFAULT)) {
            topology.send(correction(REPLY, ReplyCategory.INTERESTED, 5));
            assertThat(result(topology)).isEqualTo(new Result(Map.of(), Map.of()));
            topology.send(REPLY);
            assertThat(state(result(topology)).points()).isEqualTo(50);
        }
    }

    @Test
    void eventsAndCorrectionsInAnyOrderGiveTheSame() {
        Seeds.forEach(10, random -> {
            List<Object> inputs = new ArrayList<>();
            for (var event : RandomHistories.ofSeveralLeads(random, 25)) {
                inputs.add(event);
                if (event.reply() != null) {
                    inputs.add(correction(event, any(random), random.nextInt(10)));
                    inputs.add(correction(event, any(random), random.nextInt(10)));
                }
            }
            var expected = of(inputs);
            Collections.shuffle(inputs, random);
            inputs.addAll(inputs.subList(0, inputs.size() / 3));
            assertThat(of(inputs)).isEqualTo(expected);
        });
    }

    private static @Nullable ReplyCategory any(Random random) {
        var said = new ArrayList<@Nullable ReplyCategory>(List.of(ReplyCategory.values()));
        said.add(null);
        return said.get(random.nextInt(said.size()));
    }

    private static Result of(List<Object> inputs) {
        try (var topology = new TestTopology(MemoryLimits.DEFAULT)) {
            for (var input : inputs) {
                if (input instanceof ReplyCorrection correction) {
                    topology.send(correction);
                } else {
                    topology.send((Event) input);
                }
            }
            return result(topology);
        }
    }

    private static Result result(TestTopology topology) {
        var leads = new HashMap<String, LeadState>();
        topology.leads.readKeyValuesToList().forEach(record -> {
            if (record.value instanceof LeadState state) {
                leads.put(record.key, state.withVersion(0));
            }
        });
        return new Result(leads, topology.bucketsOf("acme"));
    }

    private static LeadState state(Result result) {
        assertThat(result.leads()).hasSize(1);
        return result.leads().values().iterator().next();
    }

    private static long positiveReplies(Result result) {
        return result.buckets().entrySet().stream()
                .filter(bucket -> bucket.getKey().dimension() instanceof Dimension.Campaign)
                .mapToLong(bucket -> bucket.getValue().get(Metric.POSITIVE_REPLIES))
                .sum();
    }

    private static ReplyCorrection correction(Event reply, @Nullable ReplyCategory category, int day) {
        Instant at = START.plus(Duration.ofDays(day));
        return new ReplyCorrection(reply.organizationId(), reply.leadEmail(), reply.eventId(), category, "Lena", at);
    }
}
