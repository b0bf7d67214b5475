package io.salesbrain.scoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.AlertLevel;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Without chance: each cohort has the successes its rate makes likely, so that what is found is not luck. */
class DropWatchTest {
    private static final long MONDAY = 20_003;
    private static final int DAYS_BEFORE = 42;

    private final DropWatch watch = new DropWatch(DropSettings.OPENS);
    private double owed;

    @Test
    void nothingIsSaidBeforeThereIsABaseline() {
        days(0, 3, _ -> 0.45);
        days(3, 4, _ -> 0.05);

        assertThat(watch.isBaselineKnown()).isFalse();
        assertThat(watch.open()).isEmpty();
    }

    @Test
    void aFallIsFoundAndSaysFromWhatToWhat() {
        days(0, DAYS_BEFORE, _ -> 0.45);
        assertThat(watch.open()).isEmpty();
        days(DAYS_BEFORE, DAYS_BEFORE + 2, _ -> 0.25);

        assertThat(watch.open()).hasValueSatisfying(found -> {
            assertThat(found.level()).isEqualTo(AlertLevel.WARNING);
            assertThat(found.rate()).isBetween(0.2, 0.3);
            assertThat(found.against()).isBetween(0.43, 0.46);
            assertThat(found.upper()).isLessThan(found.against());
            assertThat(found.sinceHour()).isBetween((MONDAY + DAYS_BEFORE - 1) * 24, (MONDAY + DAYS_BEFORE + 1) * 24);
        });
    }

    @Test
    void aFallToLessThanHalfIsCritical() {
        days(0, DAYS_BEFORE, _ -> 0.45);
        days(DAYS_BEFORE, DAYS_BEFORE + 2, _ -> 0.08);

        assertThat(watch.open())
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(AlertLevel.CRITICAL));
    }

    @Test
    void itIsOverWhenTheRateIsBack() {
        days(0, DAYS_BEFORE, _ -> 0.45);
        days(DAYS_BEFORE, DAYS_BEFORE + 3, _ -> 0.25);
        assertThat(watch.open()).isPresent();
        days(DAYS_BEFORE + 3, DAYS_BEFORE + 7, _ -> 0.45);

        assertThat(watch.open()).isEmpty();
        days(DAYS_BEFORE + 7, DAYS_BEFORE + 21, _ -> 0.45);
        assertThat(watch.open()).isEmpty();
    }

    @Test
    void whatLastsForFourWeeksIsTheNewBaseline() {
        days(0, DAYS_BEFORE, _ -> 0.45);
        days(DAYS_BEFORE, DAYS_BEFORE + 27, _ -> 0.25);
        assertThat(watch.open()).isPresent();
        days(DAYS_BEFORE + 27, DAYS_BEFORE + 60, _ -> 0.25);
        assertThat(watch.open()).isEmpty();

        days(DAYS_BEFORE + 60, DAYS_BEFORE + 64, _ -> 0.1);
        assertThat(watch.open())
                .hasValueSatisfying(found -> assertThat(found.against()).isBetween(0.23, 0.27));
    }

    @Test
    void aWeekdayThatIsAlwaysWorseIsNoFall() {
        days(0, 140, day -> Math.floorMod(day, 7L) >= 5 ? 0.35 : 0.49);

        assertThat(watch.open()).isEmpty();
    }

    @Test
    void moreOfALaterStepIsNoFall() {
        mixed(0, DAYS_BEFORE, 80, 20);
        mixed(DAYS_BEFORE, DAYS_BEFORE + 28, 20, 80);

        assertThat(watch.open()).isEmpty();
    }

    /** The first step at 55 %, the second at 25 %. */
    private void mixed(long from, long to, int ofFirst, int ofSecond) {
        for (long day = from; day < to; day++) {
            watch.accept(new Cohort((MONDAY + day) * 24 + 9, 1, ofFirst, successes(ofFirst, 0.55)));
            watch.accept(new Cohort((MONDAY + day) * 24 + 10, 2, ofSecond, successes(ofSecond, 0.25)));
            assertThat(watch.open()).isEmpty();
        }
    }

    private void days(long from, long to, LongToDoubleFunction rate) {
        for (long day = from; day < to; day++) {
            for (int hour = 8; hour < 18; hour++) {
                watch.accept(new Cohort((MONDAY + day) * 24 + hour, 0, 10, successes(10, rate.applyAsDouble(day))));
            }
        }
    }

    private long successes(int trials, double rate) {
        owed += trials * rate;
        long whole = (long) owed;
        owed -= whole;
        return whole;
    }
}
