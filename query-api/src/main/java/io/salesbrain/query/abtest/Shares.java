package io.salesbrain.query.abtest;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * What is known of a share after some successes in some trials: a Beta distribution that began as Jeffreys' prior,
 * Beta(½, ½) (H. Jeffreys, "Theory of Probability", 1939; L. Brown, T. Cai, A. DasGupta, "Interval estimation for a
 * binomial proportion", Statist. Sci. 2001).
 */
public final class Shares {
    private static final double PRIOR = 0.5;
    private static final double BEYOND = 0.05;
    private static final int NODES = 200;

    /** Equal tails of 2.5 % each. */
    public record Interval(double lower, double upper) {}

    private Shares() {}

    public static Interval interval(long successes, long trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        var interval = BinomialConfidenceInterval.JEFFREYS.fromErrorRate(
                Math.toIntExact(Math.min(trials, Integer.MAX_VALUE)),
                Math.toIntExact(Math.min(successes, Integer.MAX_VALUE)),
                BEYOND);
        return new Interval(Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }

    /**
     * The probability of each arm to have the highest rate: the mean over an arm's own quantiles of the probability that
     * all others lie below, which is the integral of its density times the others' distribution functions.
     */
    static List<Double> best(List<Arm> arms) {
        var posteriors = arms.stream()
                .map(arm -> posterior(arm.successes(), arm.leads()))
                .toList();
        var best = new double[arms.size()];
        double sum = 0;
        for (int i = 0; i < best.length; i++) {
            for (int node = 0; node < NODES; node++) {
                double rate = posteriors.get(i).inverseCumulativeProbability((node + 0.5) / NODES);
                double below = 1;
                for (int j = 0; j < best.length; j++) {
                    below *= i == j ? 1 : posteriors.get(j).cumulativeProbability(rate);
                }
                best[i] += below / NODES;
            }
            sum += best[i];
        }
        for (int i = 0; i < best.length; i++) {
            best[i] /= sum;
        }
        return Arrays.stream(best).boxed().toList();
    }

    /** The probability that the first share is the higher one. */
    static double isHigher(long successes, long trials, long otherSuccesses, long otherTrials) {
        var first = posterior(successes, trials);
        var second = posterior(otherSuccesses, otherTrials);
        double sum = 0;
        for (int node = 0; node < NODES; node++) {
            sum += second.cumulativeProbability(first.inverseCumulativeProbability((node + 0.5) / NODES));
        }
        return sum / NODES;
    }

    private static BetaDistribution posterior(long successes, long trials) {
        return BetaDistribution.of(successes + PRIOR, trials - successes + PRIOR);
    }
}
