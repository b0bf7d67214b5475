package io.salesbrain.query.abtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ContestTest {
    @Test
    void aDifferenceOfThreeToSixPercentNeedsWhatTheBooksSay() {
        assertThat(SampleSize.fixed(0.03, 0.06)).isBetween(747L, 750L);
        assertThat(SampleSize.fixed(0.01, 0.02)).isBetween(2_315L, 2_322L);
    }

    @Test
    void fewLeadsAreNotEnough() {
        var contest = contest(new long[] {40, 40}, new long[] {1, 9});

        assertThat(contest.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(contest.leadsNeeded()).isPositive();
    }

    @Test
    void aProbableBestLeadsAndAProvenOneWins() {
        var leading = contest(new long[] {300, 300}, new long[] {9, 17});
        assertThat(leading.verdict()).isEqualTo(Verdict.LEADING);
        assertThat(leading.leader()).hasValue(1);

        var won = contest(new long[] {1_600, 1_600}, new long[] {48, 110});
        assertThat(won.verdict()).isEqualTo(Verdict.WINNER);
        assertThat(won.probabilityBest().get(1)).isGreaterThan(0.999);
    }

    @Test
    void manyLeadsWithoutADifferenceShowThatThereIsNone() {
        assertThat(contest(new long[] {9_000, 9_000}, new long[] {270, 275}).verdict())
                .isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void probabilitiesAddUpAndEqualVariantsAreEquallyProbable() {
        var best = Shares.best(List.of(arm(500, 20), arm(500, 20), arm(500, 20)));

        assertThat(best).hasSize(3);
        assertThat(best.get(0) + best.get(1) + best.get(2)).isCloseTo(1, within(1e-9));
        assertThat(best.get(0)).isCloseTo(1 / 3.0, within(0.01));
    }

    @Test
    void unsubscribesAndBouncesSpeakAgainstAVariant() {
        var clean = new Arm(1_000, 30, 1_000, 2, 15);
        assertThat(GuardRail.brokenBy(0, List.of(clean, clean))).isEmpty();
        assertThat(GuardRail.brokenBy(1, List.of(clean, new Arm(1_000, 60, 1_000, 15, 16))))
                .containsExactly(GuardRail.UNSUBSCRIBE);
        assertThat(GuardRail.brokenBy(1, List.of(clean, new Arm(1_000, 60, 1_000, 2, 60))))
                .containsExactly(GuardRail.BOUNCE);
    }

    @Test
    void aSingleVariantIsNoTest() {
        assertThat(contest(new long[] {500}, new long[] {20}).verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    /** Leads first, then the successes one after the other, spread evenly. */
    private static Contest contest(long[] leads, long[] successes) {
        var race = new Race(leads.length);
        race.hour(0, leads, new long[leads.length]);
        long most = LongStream.of(successes).max().orElse(0);
        var given = new long[leads.length];
        for (long i = 1; i <= most; i++) {
            var now = new long[leads.length];
            for (int arm = 0; arm < leads.length; arm++) {
                now[arm] = successes[arm] * i / most - given[arm];
                given[arm] += now[arm];
            }
            race.hour(0, new long[leads.length], now);
        }
        var arms = LongStream.range(0, leads.length)
                .mapToObj(arm -> arm(leads[(int) arm], successes[(int) arm]))
                .toList();
        return Contest.of(arms, race, 0.05);
    }

    private static Arm arm(long leads, long successes) {
        return new Arm(leads, successes, leads, 0, 0);
    }
}
