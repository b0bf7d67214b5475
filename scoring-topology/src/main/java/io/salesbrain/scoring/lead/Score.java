package io.salesbrain.scoring.lead;

import io.salesbrain.events.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Exponential decay without a clock (forward decay: Cormode, Shkapenyuk, Srivastava, Xu, 2009). Every score shrinks by
 * the same factor as time passes, so the ranking never changes by itself, and it is enough to keep
 * {@code massLog2 = log2 Σ w_i·2^(t_i/H)}: the score at t is {@code 2^(massLog2 − t/H)}. The logarithm keeps decades
 * of event time within range; the sum is taken in one fixed order, so equal histories give equal bits.
 */
public final class Score {
    private Score() {}

    /** Empty when nothing weighs anything. */
    public static OptionalDouble massLog2(List<Contribution> contributions, long halfLifeMs) {
        double max = Double.NEGATIVE_INFINITY;
        for (var contribution : contributions) {
            max = Math.max(max, log2Weight(contribution, halfLifeMs));
        }
        if (max == Double.NEGATIVE_INFINITY) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (var contribution : contributions) {
            sum += StrictMath.pow(2, log2Weight(contribution, halfLifeMs) - max);
        }
        return OptionalDouble.of(max + log2(sum));
    }

    public static double at(double massLog2, long halfLifeMs, Instant time) {
        return StrictMath.pow(2, massLog2 - (double) time.toEpochMilli() / halfLifeMs);
    }

    static double log2Weight(Contribution contribution, long halfLifeMs) {
        double weight = contribution.points() * contribution.human();
        return weight <= 0
                ? Double.NEGATIVE_INFINITY
                : log2(weight) + (double) contribution.at().toEpochMilli() / halfLifeMs;
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
