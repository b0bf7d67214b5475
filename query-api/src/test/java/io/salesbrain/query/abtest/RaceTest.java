package io.salesbrain.query.abtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RaceTest {
    @Test
    void underEqualVariantsTheWealthStaysTheSameOnAverage() {
        for (long[] leads : new long[][] {{100, 100}, {300, 100}, {10, 500}}) {
            double share = (double) leads[0] / (leads[0] + leads[1]);
            var ofFirst = new Race(2);
            ofFirst.hour(1, leads, new long[] {1, 0});
            var ofSecond = new Race(2);
            ofSecond.hour(1, leads, new long[] {0, 1});

            for (int bet = 0; bet < 2; bet++) {
                int on = bet;
                int against = 1 - bet;
                double mean = share * Math.exp(ofFirst.evidence(on, against))
                        + (1 - share) * Math.exp(ofSecond.evidence(on, against));
                assertThat(mean).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void successesWhileOnlyOneVariantRunsSayNothing() {
        var race = new Race(2);
        race.hour(1, new long[] {500, 0}, new long[] {30, 0});

        assertThat(race.evidence(0)).isZero();
        assertThat(race.evidence(1)).isZero();
    }

    @Test
    void aVariantThatIsTwiceAsGoodWinsInTheEnd() {
        var race = new Race(2);
        for (long hour = 0; hour < 400; hour++) {
            race.hour(hour, new long[] {5, 5}, new long[] {hour % 10 == 0 ? 1 : 0, hour % 5 == 0 ? 1 : 0});
        }

        assertThat(race.evidence(1)).isGreaterThan(race.needed(0.05));
        assertThat(race.evidence(0)).isNegative();
    }

    @Test
    void ofSeveralTheBestMustBeatEachOther() {
        var race = new Race(3);
        for (long hour = 0; hour < 400; hour++) {
            long often = hour % 4 == 0 ? 1 : 0;
            race.hour(hour, new long[] {5, 5, 5}, new long[] {often, often, hour % 20 == 0 ? 1 : 0});
        }

        assertThat(race.evidence(0, 2)).isGreaterThan(race.needed(0.05));
        assertThat(race.evidence(0)).isLessThan(race.needed(0.05));
    }
}
