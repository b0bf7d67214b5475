package io.salesbrain.query.abtest;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many leads per variant a difference needs: the usual size for two shares (J. Fleiss, B. Levin, M. Paik,
 * "Statistical Methods for Rates and Proportions", 3rd ed., formula 4.14 without correction) at 5 % and 80 %, times what
 * the freedom to look at any time costs, which the simulations of {@code ./salesbrain bench watch} show.
 */
final class SampleSize {
    /** Of what a test that may be looked at once needs. */
    static final double FOR_LOOKING = 1.8;

    /** Where no difference shows, what is asked for is whether one variant is half as good again. */
    static final double WORTH_KNOWING = 1.5;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double BEYOND = NORMAL.inverseCumulativeProbability(0.975);
    private static final double POWER = NORMAL.inverseCumulativeProbability(0.8);
    private static final double LEAST_RATE = 0.001;
    private static final long MOST = 10_000_000;

    private SampleSize() {}

    /** For one look only. */
    static long fixed(double one, double other) {
        double mean = (one + other) / 2;
        double root =
                BEYOND * Math.sqrt(2 * mean * (1 - mean)) + POWER * Math.sqrt(one * (1 - one) + other * (1 - other));
        double size = root * root / ((one - other) * (one - other));
        return size >= MOST ? MOST : (long) Math.ceil(size);
    }

    /** For the difference that shows, or for the least that would be worth knowing if that is smaller. */
    static long perVariant(double best, double second) {
        double base = Math.max(LEAST_RATE, second);
        double other = Math.min(0.99, Math.max(best, base * WORTH_KNOWING));
        return other <= base ? MOST : Math.min(MOST, (long) Math.ceil(FOR_LOOKING * fixed(base, other)));
    }
}
