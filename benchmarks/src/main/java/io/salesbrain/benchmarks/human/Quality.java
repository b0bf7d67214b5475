package io.salesbrain.benchmarks.human;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How well weights tell people from machines.
 *
 * @param rocAuc the chance that a person's event weighs more than a machine's, ties counting half
 * @param peopleMean mean weight of people's events
 * @param machinesMean mean weight of machines' events
 */
record Quality(int people, int machines, double rocAuc, double peopleMean, double machinesMean) {
    /** Events of one tenth of the weights' range. */
    record Decile(int events, double meanWeight, double peopleShare) {}

    private static final int DECILES = 10;

    static Quality of(List<Judged> all, Predicate<Judged> which) {
        return of(all.stream().filter(which).toList());
    }

    static Quality of(List<Judged> all) {
        var sorted =
                all.stream().sorted(Comparator.comparingDouble(Judged::weight)).toList();
        double rankSum = 0;
        double peopleWeight = 0;
        double machinesWeight = 0;
        int people = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            double weight = sorted.get(from).weight();
            to = from;
            int peopleHere = 0;
            while (to < sorted.size() && sorted.get(to).weight() == weight) {
                peopleHere += sorted.get(to).person() ? 1 : 0;
                to++;
            }
            // Events of one weight share their mean rank; ranks begin at 1.
            rankSum += peopleHere * ((from + 1.0 + to) / 2);
            people += peopleHere;
            peopleWeight += peopleHere * weight;
            machinesWeight += (to - from - peopleHere) * weight;
        }
        int machines = sorted.size() - people;
        double auc = (rankSum - people * (people + 1.0) / 2) / ((double) people * machines);
        return new Quality(people, machines, auc, peopleWeight / people, machinesWeight / machines);
    }

    static List<Decile> calibration(List<Judged> all) {
        var deciles = new ArrayList<Decile>();
        for (int decile = 0; decile < DECILES; decile++) {
            int place = decile;
            var there = all.stream()
                    .filter(judged -> Math.min(DECILES - 1, (int) (judged.weight() * DECILES)) == place)
                    .toList();
            deciles.add(new Decile(
                    there.size(),
                    there.stream().mapToDouble(Judged::weight).average().orElse(Double.NaN),
                    there.stream()
                            .mapToDouble(judged -> judged.person() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN)));
        }
        return deciles;
    }
}
