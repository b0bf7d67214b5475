package io.salesbrain.scoring.topology;

import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Topics;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events to crossings, through the whole topology. */
class HotCrossingsTest {
    private TestTopology topology;
    private TestOutputTopic<String, HotCrossing> crossings;

    @BeforeEach
    void start() {
        topology = new TestTopology(MemoryLimits.DEFAULT);
        crossings = topology.driver.createOutputTopic(
                Topics.HOT_CROSSINGS.name(),
                new StringDeserializer(),
                Topics.HOT_CROSSINGS.valueSerde().deserializer());
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    /** So long ago by the clock on the wall, which decides what is news. */
    private static EventFixture ago(EventType type, Duration ago) {
        var at = Instant.ofEpochMilli(System.currentTimeMillis()).minus(ago);
        return happened(type).after(Duration.between(EventFixture.START, at));
    }

    @Test
    void aCrossingTellsOfTheLeadAndWhy() {
        var click = ago(EventType.EMAIL_CLICKED, Duration.ofMinutes(5)).event();
        topology.send(ago(EventType.EMAIL_SENT, Duration.ofHours(3)).event());
        topology.send(ago(EventType.EMAIL_OPENED, Duration.ofHours(1)).event());
        assertThat(crossings.isEmpty()).as("an open is no signal").isTrue();
        topology.send(click);
        topology.send(click);
        var told = crossings.readKeyValuesToList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key).isEqualTo("acme/lead/anna@kundin.example");
        var crossing = told.getFirst().value;
        assertThat(crossing.organizationId().value()).isEqualTo("acme");
        assertThat(crossing.score()).isEqualTo(crossing.threshold()).isPositive();
        assertThat(crossing.campaignIds()).containsExactly("camp-1");
        assertThat(crossing.reasons())
                .extracting(Contribution::type)
                .containsExactlyInAnyOrder(EventType.EMAIL_CLICKED, EventType.EMAIL_OPENED);
        assertThat(crossing.reasons()).extracting(Contribution::why).doesNotContain("");
    }

    @Test
    void aYearOfHistoryTellsOfNobodyAndItsLeadsAreToldOfWhenTheyMoveAgain() {
        for (int lead = 0; lead < 30; lead++) {
            for (int day = 365; day > 3; day -= 40) {
                topology.send(ago(EventType.EMAIL_CLICKED, Duration.ofDays(day + lead % 5))
                        .lead("lead" + lead + "@kundin.example")
                        .step(1 + day / 40, 1)
                        .event());
            }
        }
        assertThat(crossings.isEmpty()).isTrue();
        topology.send(ago(EventType.REPLY_RECEIVED, Duration.ofMinutes(1))
                .lead("lead3@kundin.example")
                .says("Was kostet das?")
                .event());
        assertThat(crossings.readValuesToList())
                .extracting(HotCrossing::leadEmail)
                .containsExactly("lead3@kundin.example");
    }

    @Test
    void whoIsHotInTheEndHasBeenToldOfWhateverTheOrder() {
        Seeds.forEach(3, random -> {
            stop();
            start();
            var events = new ArrayList<Event>();
            for (int lead = 0; lead < 25; lead++) {
                for (var event : RandomHistories.ofOneLead(random, 1 + random.nextInt(8))) {
                    events.add(moved(event, "lead" + lead + "@kundin.example"));
                }
            }
            events.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(events, random);
            events.forEach(topology::send);

            var told = crossings.readValuesToList();
            assertThat(told).isNotEmpty();
            assertThat(told).extracting(HotCrossing::leadEmail).containsAll(hot(states()));
        });
    }

    /** Shifted to the last hours of the clock on the wall, so that all of it is news. */
    private static Event moved(Event event, String lead) {
        var offset = Duration.between(EventFixture.START, event.at()).dividedBy(1_000);
        var fixture = ago(event.type(), Duration.ofHours(12).minus(offset))
                .lead(lead)
                .campaign(event.campaignId().isEmpty() ? "camp-1" : event.campaignId())
                .step(event.step().step() < 1 ? 1 : event.step().step(), 1);
        var reply = event.reply();
        return (reply == null ? fixture : fixture.says(reply.text())).event();
    }

    private Map<String, LeadState> states() {
        var latest = new HashMap<String, LeadState>();
        topology.leads.readValuesToList().forEach(record -> {
            if (record instanceof LeadState state) {
                latest.put(state.leadEmail(), state);
            }
        });
        return latest;
    }

    private static Set<String> hot(Map<String, LeadState> states) {
        var ranked = states.values().stream()
                .filter(state -> state.points() > 0 && !state.disqualified())
                .toList();
        List<Double> masses = ranked.stream()
                .map(HotCrossingsTest::mass)
                .sorted(Collections.reverseOrder())
                .toList();
        var hot = new HashSet<String>();
        if (!masses.isEmpty()) {
            double threshold = masses.get((masses.size() + 9) / 10 - 1);
            ranked.stream()
                    .filter(state -> state.signalled() && mass(state) >= threshold)
                    .forEach(state -> hot.add(state.leadEmail()));
        }
        return hot;
    }

    private static double mass(LeadState state) {
        return Objects.requireNonNullElse(state.massLog2(), Double.NEGATIVE_INFINITY);
    }
}
