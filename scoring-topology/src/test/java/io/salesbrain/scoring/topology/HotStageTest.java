package io.salesbrain.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.HotCrossing;
import io.salesbrain.scoring.hot.Standing;
import io.salesbrain.scoring.hot.StandingChange;
import io.salesbrain.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HotStageTest {
    private static final long HALF_LIFE_MS = Duration.ofDays(14).toMillis();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final int GREAT = 2_000;

    private HotHarness stage;

    @BeforeEach
    void start() {
        stage = new HotHarness(NOW);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    /** A lead with this score, now. */
    private StandingChange lead(String name, double score) {
        return lead(name, score, true, Duration.ofMinutes(1));
    }

    private StandingChange lead(String name, double score, boolean signalled, Duration ago) {
        long atMs = stage.now().minus(ago).toEpochMilli();
        double mass = Math.log(score) / Math.log(2) + (double) stage.now().toEpochMilli() / HALF_LIFE_MS;
        return new StandingChange(
                new Standing(
                        name + "@kundin.example", score > 0, signalled, mass, HALF_LIFE_MS, atMs, List.of(), List.of()),
                atMs);
    }

    private List<String> told(StandingChange change) {
        return names(stage.send("acme", change));
    }

    private static List<String> names(List<HotCrossing> crossings) {
        return crossings.stream()
                .map(crossing -> crossing.leadEmail().replace("@kundin.example", ""))
                .toList();
    }

    @Test
    void theOnlyLeadIsHotOnceItHasGivenASignal() {
        assertThat(told(lead("ada", 10, false, Duration.ZERO))).isEmpty();
        var crossings = stage.send("acme", lead("ada", 35));
        assertThat(names(crossings)).containsExactly("ada");
        assertThat(crossings.getFirst().score()).isCloseTo(35, within(1e-6));
        assertThat(crossings.getFirst().threshold()).isCloseTo(35, within(1e-6));
        assertThat(crossings.getFirst().at()).isEqualTo(NOW);
        assertThat(told(lead("ada", 60))).isEmpty();
    }

    @Test
    void belowTheMinimumNobodyIsHotAndAboveItOnce() {
        stage.minimum = new BigDecimal("50");
        assertThat(told(lead("ada", 49))).isEmpty();
        assertThat(told(lead("ada", 51))).containsExactly("ada");
        assertThat(told(lead("ada", 52))).isEmpty();
        assertThat(told(lead("bob", 20))).isEmpty();
        assertThat(told(lead("ada", 0)))
                .as("bob is the first of all now, but not worth a call")
                .isEmpty();
    }

    @Test
    void whileLeadsAreScoredAnewNobodyIsTold() {
        assertThat(told(lead("ada", 100))).containsExactly("ada");
        assertThat(told(lead("bob", 90))).isEmpty();
        assertThat(told(new StandingChange(lead("bob", 180).standing(), Long.MIN_VALUE)))
                .as("bob is counted by the new points, ada still by the old")
                .isEmpty();
        assertThat(told(new StandingChange(lead("ada", 200).standing(), Long.MIN_VALUE)))
                .isEmpty();
        stage.advance(Duration.ofMinutes(2));
        assertThat(told(lead("bob", 250))).as("from then on as ever").containsExactly("bob");
    }

    @Test
    void organizationsDoNotMeet() {
        assertThat(told(lead("ada", 100))).containsExactly("ada");
        assertThat(names(stage.send("acme-2", lead("ada", 10)))).containsExactly("ada");
        assertThat(names(stage.send("acme", lead("bob", 20)))).isEmpty();
    }

    @Test
    void aLeadBecomesHotWhenTheOneAboveItGoes() {
        assertThat(told(lead("ada", 100))).containsExactly("ada");
        assertThat(told(lead("bob", 90))).isEmpty();
        assertThat(told(lead("ada", 0))).containsExactly("bob");
    }

    @Test
    void aCrossingIsToldAgainOnlyAfterADeepFallOrAWeek() {
        assertThat(told(lead("ada", 100))).containsExactly("ada");
        assertThat(told(lead("bob", 105))).containsExactly("bob");
        assertThat(told(lead("ada", 106)))
                .as("ada fell to 95 % of the threshold")
                .isEmpty();
        assertThat(told(lead("bob", 200))).as("bob did not fall deep").isEmpty();
        assertThat(told(lead("ada", 201))).as("ada fell to half").containsExactly("ada");
        assertThat(told(lead("bob", 202))).as("bob was shortly below").isEmpty();
        stage.advance(Duration.ofDays(7));
        assertThat(told(lead("ada", 203))).containsExactly("ada");
        assertThat(told(lead("bob", 204))).containsExactly("bob");
    }

    @Test
    void anImportedPastIsNotToldButAFreshSignalOfTheLeadIs() {
        var year = Duration.ofDays(365);
        assertThat(told(lead("ada", 100, true, year))).isEmpty();
        assertThat(told(lead("ada", 101, true, year.minusDays(1)))).isEmpty();
        assertThat(told(lead("ada", 120))).as("hot for a year, nobody was told").containsExactly("ada");
        assertThat(told(lead("ada", 130))).isEmpty();
    }

    @Test
    void afterAFreshSignalThePastChangesNothing() {
        assertThat(told(lead("ada", 100))).containsExactly("ada");
        assertThat(told(lead("ada", 110))).isEmpty();
        assertThat(told(lead("bob", 90, true, Duration.ofDays(300)))).isEmpty();
    }

    @Test
    void anOldLeadIsToldWhenSomethingNewMakesItHot() {
        assertThat(told(lead("ada", 100))).containsExactly("ada");
        assertThat(told(lead("bob", 90, true, Duration.ofDays(5)))).isEmpty();
        assertThat(told(lead("ada", 0))).as("ada went just now").containsExactly("bob");
    }

    @Test
    void aGreatMoveOfTheThresholdIsWorkedOffInPortionsAndEverybodyToldOnce() {
        stage.share = new BigDecimal("0.001");
        var earlier = new HashSet<String>();
        for (int i = 0; i < GREAT; i++) {
            earlier.addAll(told(lead("lead" + i, 10 + i % 977, i % 2 == 0, Duration.ofMinutes(1))));
        }
        stage.share = new BigDecimal("0.8");
        var told = new ArrayList<>(told(lead("last", 1, false, Duration.ofMinutes(1))));
        assertThat(told).hasSizeLessThanOrEqualTo(1_000);
        for (int i = 0; i < 5; i++) {
            told.addAll(names(stage.advance(Duration.ofMillis(100))));
        }
        assertThat(told).doesNotHaveDuplicates().hasSizeGreaterThan(GREAT / 4);
        var threshold = Objects.requireNonNull(stage.thresholds().get("acme"));
        assertThat(threshold.judged()).isEqualTo(threshold.place().mass());
        earlier.addAll(told);
        assertThat(hot(threshold.place().mass())).isSubsetOf(earlier);
    }

    private Set<String> hot(double threshold) {
        var hot = new HashSet<String>();
        try (var all = stage.standings().all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.standing().isHot(threshold)) {
                    hot.add(entry.value.standing().leadEmail().replace("@kundin.example", ""));
                }
            });
        }
        return hot;
    }

    /** Any life of any leads, with restarts in between: exactly those the definition names, when it names them. */
    @Test
    void agreesWithTheDefinition() {
        Seeds.forEach(12, random -> {
            stop();
            start();
            var reference = new HotReference();
            int people = 1 + random.nextInt(random.nextInt(5) == 0 ? 400 : 40);
            for (int step = 0; step < 500; step++) {
                var change = any(random, people);
                var told = stage.send("acme", change);
                assertThat(told)
                        .extracting(HotCrossing::leadEmail)
                        .as("step %d", step)
                        .containsExactlyInAnyOrderElementsOf(
                                reference.accept(change, stage.now().toEpochMilli()));
                assertThat(
                                stage.thresholds().get("acme") == null
                                        ? Double.POSITIVE_INFINITY
                                        : stage.thresholds().get("acme").place().mass())
                        .isEqualTo(reference.threshold());
                if (random.nextInt(4) == 0) {
                    assertThat(stage.advance(Duration.ofHours(random.nextInt(30))))
                            .isEmpty();
                }
                if (random.nextInt(100) == 0) {
                    stage.restart();
                }
            }
        });
    }

    private StandingChange any(Random random, int people) {
        var ago = Duration.ofHours(random.nextInt(random.nextBoolean() ? 100 : 4));
        // Few different scores, so that equal ones happen.
        double score = random.nextInt(7) == 0 ? 0 : 10 * (1 + random.nextInt(20));
        return lead("lead" + random.nextInt(people), score, random.nextInt(3) > 0, ago);
    }

    /** Between two tellings of one lead it was under 0.8 of the threshold, or seven days passed. */
    @Test
    void neverTwoForOneCrossing() {
        Seeds.forEach(4, random -> {
            stop();
            start();
            var toldAt = new HashMap<String, Instant>();
            var fallen = new HashSet<String>();
            var masses = new HashMap<String, Double>();
            for (int step = 0; step < 800; step++) {
                var change = any(random, 60);
                masses.put(change.standing().leadEmail(), change.standing().mass());
                for (var crossing : stage.send("acme", change)) {
                    var before = toldAt.put(crossing.leadEmail(), stage.now());
                    assertThat(before == null
                                    || fallen.remove(crossing.leadEmail())
                                    || !before.plus(Duration.ofDays(7)).isAfter(stage.now()))
                            .isTrue();
                }
                var threshold = stage.thresholds().get("acme");
                double bound = threshold == null
                        ? Double.POSITIVE_INFINITY
                        : threshold.place().mass() + Math.log(0.8) / Math.log(2);
                masses.forEach((lead, mass) -> {
                    if (mass < bound) {
                        fallen.add(lead);
                    }
                });
                stage.advance(Duration.ofMinutes(random.nextInt(600)));
            }
        });
    }

    @Test
    void whatIsKeptOfALeadIsSmall() {
        for (int i = 0; i < 100; i++) {
            stage.send("acme", lead("lead" + i, 10 + i));
        }
        long entries = 0;
        try (var all = stage.order().all()) {
            while (all.hasNext()) {
                all.next();
                entries++;
            }
        }
        assertThat(entries)
                .as("a place in the order each, and one more for the announced")
                .isLessThanOrEqualTo(200);
    }
}
