package io.salesbrain.scoring.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.testkit.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final long HALF_LIFE_MS = Duration.ofDays(14).toMillis();
    private static final long TEN_YEARS_MS = Duration.ofDays(3_650).toMillis();
    private static final MathContext EXACTLY = new MathContext(40);
    private static final BigDecimal LN_2 = new BigDecimal("0.6931471805599453094172321214581765680755");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aPointIsWorthHalfAfterAHalfLife() {
        var mass =
                Score.massLog2(List.of(contribution(NOW, 100, 1)), HALF_LIFE_MS).orElseThrow();
        assertThat(Score.at(mass, HALF_LIFE_MS, NOW)).isCloseTo(100, within(1e-9));
        assertThat(Score.at(mass, HALF_LIFE_MS, NOW.plus(Duration.ofDays(14)))).isCloseTo(50, within(1e-9));
        assertThat(Score.at(mass, HALF_LIFE_MS, NOW.plus(Duration.ofDays(28)))).isCloseTo(25, within(1e-9));
    }

    @Test
    void whatWeighsNothingHasNoMass() {
        assertThat(Score.massLog2(List.of(contribution(NOW, 0, 1)), HALF_LIFE_MS))
                .isEmpty();
    }

    @Test
    void tenYearsOfTouchesNeitherOverflowNorDrift() {
        Seeds.forEach(60, random -> {
            long halfLifeMs = random.nextLong(
                    ScoreSettings.SHORTEST_HALF_LIFE.toMillis(), ScoreSettings.LONGEST_HALF_LIFE.toMillis() + 1);
            var list = new ArrayList<Contribution>();
            int touches = 1 + random.nextInt(200);
            for (int i = 0; i < touches; i++) {
                var at = NOW.minusMillis(random.nextLong(TEN_YEARS_MS));
                list.add(contribution(at, 1 + random.nextInt(100), random.nextInt(1, 1_000_001) / 1e6));
            }
            list.sort(Comparator.comparing(Contribution::at));
            var mass = Score.massLog2(list, halfLifeMs).orElseThrow();
            var latest = list.getLast().at();
            double exact = exactScore(list, halfLifeMs, latest).doubleValue();
            assertThat(Score.at(mass, halfLifeMs, latest) / exact)
                    .as("half-life of %s", Duration.ofMillis(halfLifeMs))
                    .isCloseTo(1, within(1e-9));
        });
    }

    /** Σ points·human·2^(−age/half-life) to forty digits. */
    private static BigDecimal exactScore(List<Contribution> contributions, long halfLifeMs, Instant at) {
        var sum = BigDecimal.ZERO;
        for (var each : contributions) {
            var weight = BigDecimal.valueOf(each.points()).multiply(new BigDecimal(each.human()));
            long ageMs = at.toEpochMilli() - each.at().toEpochMilli();
            sum = sum.add(weight.multiply(halved(ageMs, halfLifeMs), EXACTLY));
        }
        return sum;
    }

    /** 2^(−age/half-life): whole halvings by division, the rest by the series of the exponential function. */
    private static BigDecimal halved(long ageMs, long halfLifeMs) {
        var rest = BigDecimal.valueOf(ageMs % halfLifeMs)
                .divide(BigDecimal.valueOf(halfLifeMs), EXACTLY)
                .multiply(LN_2, EXACTLY)
                .negate();
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int i = 1; i < 40; i++) {
            term = term.multiply(rest, EXACTLY).divide(BigDecimal.valueOf(i), EXACTLY);
            sum = sum.add(term);
        }
        long halvings = ageMs / halfLifeMs;
        return halvings > 4_000
                ? BigDecimal.ZERO
                : sum.divide(BigDecimal.valueOf(2).pow((int) halvings), EXACTLY);
    }

    private static Contribution contribution(Instant at, int points, double human) {
        return new Contribution("id", EventType.EMAIL_OPENED, at, "c", points, human, "why");
    }
}
