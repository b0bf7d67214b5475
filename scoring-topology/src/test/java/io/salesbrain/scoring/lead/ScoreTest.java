package io.salesbrain.scoring.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final long HALF_LIFE_MS = Duration.ofDays(14).toMillis();
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
        Seeds.forEach(300, random -> {
            var list = new ArrayList<Contribution>();
            double exact = 0;
            for (int i = 0; i < 1 + random.nextInt(400); i++) {
                // Ages in whole half-lives over eight halvings make every term exact in binary.
                long age = random.nextInt(260);
                int points = 1 + random.nextInt(100);
                list.add(contribution(NOW.minusMillis(age * HALF_LIFE_MS), points, 0.5));
                exact += Math.scalb((double) points, (int) -age) * 0.5;
            }
            var mass = Score.massLog2(list, HALF_LIFE_MS).orElseThrow();
            assertThat(Score.at(mass, HALF_LIFE_MS, NOW) / exact).isCloseTo(1, within(1e-9));
        });
    }

    private static Contribution contribution(Instant at, int points, double human) {
        return new Contribution("id", EventType.EMAIL_OPENED, at, "c", points, human, "why");
    }
}
