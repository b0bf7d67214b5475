package io.salesbrain.scoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.AlertLevel;
import io.salesbrain.testkit.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelWatchTest {
    private static final int SENDS_PER_HOUR = 10;

    private final LevelWatch watch = new LevelWatch(LevelSettings.BOUNCES);
    private long hour = 480_000;

    @Test
    void aRateBelowTheThresholdIsNoFinding() {
        Seeds.forEach(10, random -> {
            var quiet = new LevelWatch(LevelSettings.BOUNCES);
            for (int i = 0; i < 300; i++) {
                quiet.accept(cohort(random, 0.01));
                assertThat(quiet.open()).isEmpty();
            }
        });
    }

    @Test
    void fewEMailsSayNothing() {
        watch.accept(new Cohort(hour, 0, LevelSettings.BOUNCES.leastTrials() - 1, 10));

        assertThat(watch.open()).isEmpty();
    }

    @Test
    void aFindingSaysWhatWasMeasuredAndHowSure() {
        watch.accept(new Cohort(hour, 0, 200, 2));
        watch.accept(new Cohort(hour + 1, 0, 200, 17));

        assertThat(watch.open()).hasValueSatisfying(found -> {
            assertThat(found.sinceHour()).isEqualTo(hour + 1);
            assertThat(found.rate()).isEqualTo(17 / 200.0);
            assertThat(found.lower()).isBetween(0.05, found.rate());
            assertThat(found.upper()).isBetween(found.rate(), 0.14);
            assertThat(found.confidence()).isBetween(0.999, 1.0);
        });
    }

    @Test
    void itEscalatesAndStaysSoUntilAllIsWell() {
        watch.accept(new Cohort(hour, 0, 300, 19));
        assertThat(watch.open())
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(AlertLevel.WARNING));

        watch.accept(new Cohort(hour + 1, 0, 300, 60));
        assertThat(watch.open()).hasValueSatisfying(found -> {
            assertThat(found.level()).isEqualTo(AlertLevel.CRITICAL);
            assertThat(found.against()).isEqualTo(LevelSettings.BOUNCES.critical());
        });

        watch.accept(new Cohort(hour + 2, 0, 10, 0));
        assertThat(watch.open())
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(AlertLevel.CRITICAL));
        watch.accept(new Cohort(hour + 3, 0, 200, 1));
        assertThat(watch.open()).isEmpty();
    }

    @Test
    void aRateThatHoversAboutTheThresholdDoesNotFlicker() {
        Seeds.forEach(10, random -> {
            var flicker = new LevelWatch(LevelSettings.BOUNCES);
            int openings = 0;
            boolean wasOpen = false;
            for (int i = 0; i < 700; i++) {
                flicker.accept(cohort(random, 0.022));
                boolean isOpen = flicker.open().isPresent();
                openings += isOpen && !wasOpen ? 1 : 0;
                wasOpen = isOpen;
            }
            assertThat(openings).isLessThanOrEqualTo(3);
        });
    }

    private Cohort cohort(Random random, double rate) {
        int bad = 0;
        for (int i = 0; i < SENDS_PER_HOUR; i++) {
            bad += random.nextDouble() < rate ? 1 : 0;
        }
        return new Cohort(hour++, 0, SENDS_PER_HOUR, bad);
    }
}
