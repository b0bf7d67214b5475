package io.salesbrain.query.abtest;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The evidence that one variant is better than another, hour by hour, valid whenever it is looked at.
 *
 * <p>Of every success it is asked from which of two variants it came. Were both equally good, it came from the first
 * with a probability π known beforehand: its share of the leads that may still answer. Were the first r times as good,
 * it would be q = πr/(πr + 1 − π). The product over all successes of q/π, or (1 − q)/(1 − π), is a wealth that under
 * "equally good" does not grow on average: a test martingale, whatever the common rate, the delays of answers and the
 * shares of leads. It is averaged over r with a prior, which keeps it one. By Ville's inequality it ever exceeds 1/α
 * with a probability of at most α, so looking after every reply costs nothing.
 *
 * <p>Sources: J. Ville, "Étude critique de la notion de collectif", 1939; H. Robbins, "Statistical methods related to
 * the law of the iterated logarithm", Ann. Math. Statist. 1970 (mixtures); A. Wald, "Sequential Analysis", 1947, ch. 6
 * (two binomials by the share of one); A. Ramdas et al., "Game-theoretic statistics and safe anytime-valid inference",
 * Statist. Sci. 2023.
 */
public final class Race {
    /** How different variants usually are: the prior of the logarithm of r is the positive half of a normal. */
    private static final double SPREAD = 0.7;

    private static final int RATIOS = 24;
    private static final double[] LOG_RATIOS = logRatios();

    /** Most answers come within days, some within weeks; what a lead may still give falls accordingly. */
    private static final double SOON_HOURS = 48;

    private static final double LATE_HOURS = 14 * 24;
    private static final double LATE_SHARE = 0.1;

    private final int variants;
    private final double[] soon;
    private final double[] late;

    /** For each ordered pair the logarithm of the wealth, per ratio. */
    private final double[][][] wealth;

    private long lastHour = Long.MIN_VALUE;

    public Race(int variants) {
        this.variants = variants;
        this.soon = new double[variants];
        this.late = new double[variants];
        this.wealth = new double[variants][variants][RATIOS];
    }

    /**
     * Takes one hour; they come in order.
     *
     * @param contacted leads first contacted in it, per variant
     * @param successes that came in it, per variant
     */
    public void hour(long hour, long[] contacted, long[] successes) {
        double passed = lastHour == Long.MIN_VALUE ? 0 : hour - lastHour;
        lastHour = hour;
        for (int i = 0; i < variants; i++) {
            soon[i] = soon[i] * Math.exp(-passed / SOON_HOURS) + contacted[i];
            late[i] = late[i] * Math.exp(-passed / LATE_HOURS) + contacted[i];
        }
        for (int first = 0; first < variants; first++) {
            for (int second = 0; second < variants; second++) {
                if (first != second && successes[first] + successes[second] > 0) {
                    bet(first, second, successes[first], successes[second]);
                }
            }
        }
    }

    private void bet(int first, int second, long ofFirst, long ofSecond) {
        double mayFirst = exposure(first);
        double maySecond = exposure(second);
        if (mayFirst <= 0 || maySecond <= 0) {
            return; // Only one of them had leads: its success says nothing about the other.
        }
        double share = mayFirst / (mayFirst + maySecond);
        var logs = wealth[first][second];
        for (int i = 0; i < RATIOS; i++) {
            double ratio = Math.exp(LOG_RATIOS[i]);
            logs[i] += ofFirst * LOG_RATIOS[i] - (ofFirst + ofSecond) * Math.log1p((ratio - 1) * share);
        }
    }

    private double exposure(int variant) {
        return (1 - LATE_SHARE) * soon[variant] / SOON_HOURS + LATE_SHARE * late[variant] / LATE_HOURS;
    }

    /** The logarithm of the wealth of a bet on {@code better} against {@code worse}. */
    public double evidence(int better, int worse) {
        var logs = wealth[better][worse];
        double most = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum / RATIOS);
    }

    /** The evidence against the one of the others that is hardest to beat. */
    public double evidence(int better) {
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < variants; other++) {
            if (other != better) {
                least = Math.min(least, evidence(better, other));
            }
        }
        return variants < 2 ? 0 : least;
    }

    /**
     * What the evidence must reach for a winner. Each variant may be the one that is wrongly taken for best, so each
     * gets its part of α.
     */
    public double needed(double alpha) {
        return Math.log(variants / alpha);
    }

    private static double[] logRatios() {
        var normal = NormalDistribution.of(0, SPREAD);
        var logs = new double[RATIOS];
        for (int i = 0; i < RATIOS; i++) {
            logs[i] = normal.inverseCumulativeProbability(0.5 + (i + 0.5) / (2 * RATIOS));
        }
        return logs;
    }
}
