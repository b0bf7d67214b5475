package io.salesbrain.benchmarks.human;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.benchmarks.human.JudgedTraffic.Bursts;
import io.salesbrain.scoring.lead.Evidence;
import io.salesbrain.simulator.traffic.MailMix;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is promised of the likelihood, on mail that the weights were not fitted to. */
class HumanQualityTest {
    private static final List<Judged> CHECK =
            JudgedTraffic.of(MailMix.CHECK, HumanBench.SEED, Bursts.DOMAINS_AND_ACCOUNTS);

    @Test
    void peopleAreToldFromMachinesInAnotherMix() {
        var quality = Quality.of(CHECK);
        assertThat(quality.rocAuc()).isGreaterThanOrEqualTo(0.95);
        assertThat(quality.peopleMean()).isGreaterThanOrEqualTo(0.8);
        assertThat(quality.machinesMean()).isLessThanOrEqualTo(0.15);
    }

    @Test
    void opensAndClicksAreEachToldApart() {
        assertThat(Quality.of(CHECK, Judged::isClick).rocAuc()).isGreaterThanOrEqualTo(0.95);
        assertThat(Quality.of(CHECK, Predicate.not(Judged::isClick)).rocAuc()).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void burstsOverLeadsTellSomethingThatOneLeadDoesNot() {
        double with = Quality.of(CHECK).rocAuc();
        double without = Quality.of(JudgedTraffic.of(MailMix.CHECK, HumanBench.SEED, Bursts.NONE))
                .rocAuc();
        assertThat(with).isGreaterThan(without + 0.002);
    }

    @Test
    void peopleOfOneCompanyAreHardlyEverTakenForABurst() {
        var people = CHECK.stream().filter(Judged::person).toList();
        assertThat(people.stream().filter(Judged::isInBurst)).hasSizeLessThan(people.size() / 500);
    }

    @Test
    void theMixCannotBeToldApartByTheDelayAlone() {
        // Otherwise it would prove nothing: people and machines overlap in time, as they do in the field.
        double soon = CHECK.stream()
                .filter(judged -> judged.evidence().contains(Evidence.WITHIN_5_MIN))
                .mapToDouble(judged -> judged.person() ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(soon).isBetween(0.03, 0.5);
    }

    @Test
    void theTableIsTheFitRounded() {
        var judged = JudgedTraffic.of(MailMix.CALIBRATION, HumanBench.SEED, Bursts.DOMAINS_AND_ACCOUNTS);
        Map<Evidence, Double> fitted = Fit.of(judged);
        // Where the mix has much to say; the others are set by hand, and docs/human-likelihood.md says which and why.
        var plain = EnumSet.of(
                Evidence.OPEN,
                Evidence.CLICK,
                Evidence.WITHIN_30_S,
                Evidence.WITHIN_1_MIN,
                Evidence.WITHIN_2_MIN,
                Evidence.WITHIN_5_MIN,
                Evidence.WITHIN_15_MIN,
                Evidence.CLICK_AT_ONCE,
                Evidence.CLICK_AFTER_READING,
                Evidence.TWO_CLICKS,
                Evidence.SWEEP,
                Evidence.SAME_DELAY);
        for (var evidence : plain) {
            assertThat(evidence.logOdds())
                    .as(evidence.name())
                    .isCloseTo(fitted.getOrDefault(evidence, 0.0), within(0.5));
        }
    }
}
