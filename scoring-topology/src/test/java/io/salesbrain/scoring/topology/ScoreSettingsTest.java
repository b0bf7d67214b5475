package io.salesbrain.scoring.topology;

import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.OrganizationScoring;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Organizations change what events are worth; whenever they do, all their leads are scored as if it had always been so. */
class ScoreSettingsTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final ScoreSettings OWN =
            new ScoreSettings(1, 7, 90, 200, Duration.ofDays(3).toMillis(), new BigDecimal("0.1"), BigDecimal.ZERO);

    private static void change(TestTopology topology, ScoreSettings settings) {
        var scoring = new OrganizationScoring(ACME, settings, Instant.EPOCH);
        topology.scoreSettings.accept(scoring.key(), scoring);
    }

    /** The latest state of each lead since the last look, without its version. */
    private static Map<String, LeadState> states(TestTopology topology, Map<String, LeadState> before) {
        topology.driver.advanceWallClockTime(Duration.ofSeconds(1));
        var states = new HashMap<>(before);
        topology.leads.readKeyValuesToList().forEach(record -> {
            if (record.value instanceof LeadState state) {
                var known = states.put(record.key, state);
                if (known != null) {
                    assertThat(state.version()).as(record.key).isGreaterThan(known.version());
                }
            }
        });
        return states;
    }

    private static Map<String, LeadState> withoutVersions(Map<String, LeadState> states) {
        var plain = new HashMap<String, LeadState>();
        states.forEach((key, state) -> plain.put(key, state.withVersion(0)));
        return plain;
    }

    @Test
    void aLeadIsScoredAnewWithoutAnyEvent() {
        try (var topology = new TestTopology(MemoryLimits.DEFAULT)) {
            topology.send(happened(EMAIL_SENT).event());
            topology.send(happened(EMAIL_OPENED).after(Duration.ofHours(1)).event());
            topology.send(happened(EMAIL_CLICKED).after(Duration.ofHours(2)).event());
            var key = "acme/lead/anna@kundin.example";
            var before = states(topology, Map.of());
            assertThat(before).extractingByKey(key).returns(35L, LeadState::points);
            change(topology, OWN);
            var after = states(topology, before);
            assertThat(after)
                    .extractingByKey(key)
                    .returns(8L, LeadState::points)
                    .returns(OWN.halfLifeMs(), LeadState::halfLifeMs);
            topology.scoreSettings.accept(ACME.value(), null);
            assertThat(states(topology, after))
                    .as("back to the defaults")
                    .extractingByKey(key)
                    .returns(35L, LeadState::points);
        }
    }

    @Test
    void whenSettingsChangeMakesNoDifferenceToWhatTheyMean() {
        Seeds.forEach(6, random -> {
            var events = RandomHistories.ofSeveralLeads(random, 120);
            try (var always = new TestTopology(MemoryLimits.DEFAULT);
                    var midway = new TestTopology(MemoryLimits.DEFAULT)) {
                change(always, OWN);
                always.driver.advanceWallClockTime(Duration.ofSeconds(1));
                events.forEach(always::send);
                Collections.shuffle(events, random);
                int half = random.nextInt(events.size());
                events.subList(0, half).forEach(midway::send);
                change(midway, OWN);
                var some = random.nextBoolean() ? states(midway, Map.of()) : Map.<String, LeadState>of();
                events.subList(half, events.size()).forEach(midway::send);
                assertThat(withoutVersions(states(midway, some))).isEqualTo(withoutVersions(states(always, Map.of())));
            }
        });
    }
}
