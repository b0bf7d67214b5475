package io.salesbrain.benchmarks.human;

import io.salesbrain.scoring.lead.Evidence;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Logistic regression by Newton's method: the log-odds of each piece of evidence that fit labelled events best. */
@SuppressWarnings("EnumOrdinal") // Evidence is numbered for the time of one fit only.
final class Fit {
    private static final int ROUNDS = 25;
    /** Draws every weight a little towards nothing, so that evidence seldom seen does not run away. */
    private static final double RIDGE = 2.0;

    private static final List<Evidence> ALL = List.of(Evidence.values());

    private record Outcomes(int events, int people) {
        Outcomes and(Outcomes other) {
            return new Outcomes(events + other.events, people + other.people);
        }
    }

    private Fit() {}

    static Map<Evidence, Double> of(List<Judged> judged) {
        // Equal evidence gives equal odds, so it is enough to know how often each set of it came and what it was.
        var outcomes = new HashMap<Set<Evidence>, Outcomes>();
        for (var each : judged) {
            outcomes.merge(each.evidence(), new Outcomes(1, each.person() ? 1 : 0), Outcomes::and);
        }
        var weights = new double[ALL.size()];
        for (int round = 0; round < ROUNDS; round++) {
            step(outcomes, weights);
        }
        var fitted = new EnumMap<Evidence, Double>(Evidence.class);
        for (var evidence : ALL) {
            fitted.put(evidence, weights[evidence.ordinal()]);
        }
        return fitted;
    }

    private static void step(Map<Set<Evidence>, Outcomes> outcomes, double[] weights) {
        int size = weights.length;
        var system = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            system[i][i] = RIDGE;
            system[i][size] = -RIDGE * weights[i];
        }
        outcomes.forEach((evidence, outcome) -> {
            double logOdds = 0;
            for (var each : evidence) {
                logOdds += weights[each.ordinal()];
            }
            double share = 1 / (1 + StrictMath.exp(-logOdds));
            for (var row : evidence) {
                system[row.ordinal()][size] += outcome.people() - outcome.events() * share;
                for (var column : evidence) {
                    system[row.ordinal()][column.ordinal()] += outcome.events() * share * (1 - share);
                }
            }
        });
        solve(system);
        for (int i = 0; i < size; i++) {
            weights[i] += system[i][size];
        }
    }

    /** Gauss-Jordan with pivots; the last column becomes the solution. */
    private static void solve(double[][] system) {
        int size = system.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            var swapped = system[pivot];
            system[pivot] = system[column];
            system[column] = swapped;
            for (int i = size; i >= column; i--) {
                swapped[i] /= swapped[column];
            }
            for (int row = 0; row < size; row++) {
                double factor = system[row][column];
                if (row != column && factor != 0) {
                    for (int i = column; i <= size; i++) {
                        system[row][i] -= factor * swapped[i];
                    }
                }
            }
        }
    }
}
