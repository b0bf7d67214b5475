package io.salesbrain.benchmarks.human;

import io.salesbrain.benchmarks.human.JudgedTraffic.Bursts;
import io.salesbrain.scoring.lead.Evidence;
import io.salesbrain.simulator.traffic.MailMix;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** People against machines, on the mix that the weights are fitted to and on another one. */
@Command(
        name = "human",
        description = "How well people's opens and clicks are told from machines'; the fit of the weights.")
public final class HumanBench implements Callable<Integer> {
    static final long SEED = 20_260_302;

    @Option(names = "--seed", description = "Of the labelled mail (default: ${DEFAULT-VALUE}).")
    private long seed = SEED;

    @Override
    public Integer call() {
        for (var mix : List.of(MailMix.CALIBRATION, MailMix.CHECK)) {
            report(mix);
        }
        fit();
        return 0;
    }

    private void report(MailMix mix) {
        var judged = JudgedTraffic.of(mix, seed, Bursts.DOMAINS_AND_ACCOUNTS);
        System.out.printf("%nmix %s, seed %d%n", mix.name(), seed);
        print("opens and clicks", Quality.of(judged));
        print("opens", Quality.of(judged, Predicate.not(Judged::isClick)));
        print("clicks", Quality.of(judged, Judged::isClick));
        System.out.printf(
                "  in bursts: %d of people's events, %d of machines'%n",
                judged.stream().filter(Judged::isInBurst).filter(Judged::person).count(),
                judged.stream()
                        .filter(Judged::isInBurst)
                        .filter(Predicate.not(Judged::person))
                        .count());
        for (var kept : List.of(Bursts.DOMAINS, Bursts.NONE)) {
            System.out.printf(
                    "  bursts looked for: %s, ROC-AUC %.4f%n",
                    kept, Quality.of(JudgedTraffic.of(mix, seed, kept)).rocAuc());
        }
        System.out.println("  weight      events   mean weight   people");
        var deciles = Quality.calibration(judged);
        for (int i = 0; i < deciles.size(); i++) {
            var decile = deciles.get(i);
            System.out.printf(
                    "  %.1f..%.1f   %7d   %11.3f   %6.3f%n",
                    i / 10.0, (i + 1) / 10.0, decile.events(), decile.meanWeight(), decile.peopleShare());
        }
    }

    private static void print(String what, Quality quality) {
        System.out.printf(
                "  %s: ROC-AUC %.4f; mean weight of %d people's events %.3f, of %d machines' %.3f%n",
                what,
                quality.rocAuc(),
                quality.people(),
                quality.peopleMean(),
                quality.machines(),
                quality.machinesMean());
    }

    private void fit() {
        var judged = JudgedTraffic.of(MailMix.CALIBRATION, seed, Bursts.DOMAINS_AND_ACCOUNTS);
        var fitted = Fit.of(judged);
        System.out.printf("%nfitted to mix calibration    log-odds      now    seen   people%n");
        for (var evidence : Evidence.values()) {
            var there = judged.stream()
                    .filter(each -> each.evidence().contains(evidence))
                    .toList();
            System.out.printf(
                    "  %-24s %10.2f %8.1f %7d   %6.3f%n",
                    evidence,
                    fitted.getOrDefault(evidence, 0.0),
                    evidence.logOdds(),
                    there.size(),
                    there.stream()
                            .mapToDouble(each -> each.person() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN));
        }
    }
}
