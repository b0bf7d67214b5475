package io.salesbrain.scoring.watch;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** Intervals of shares: Wilson's (E. B. Wilson, "Probable inference", JASA 1927), which never leaves [0,1]. */
final class Intervals {
    private static final double BEYOND = 0.05;
    private static final long MOST_EXACT = Integer.MAX_VALUE;

    record Bounds(double lower, double upper) {}

    private Intervals() {}

    static Bounds wilson(long successes, long trials) {
        if (trials <= 0) {
            return new Bounds(0, 1);
        }
        // Beyond two thousand million trials the interval is a point for every purpose.
        double scale = Math.max(1, (double) trials / MOST_EXACT);
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                (int) (trials / scale), (int) (successes / scale), BEYOND);
        return new Bounds(Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }
}
