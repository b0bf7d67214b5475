package io.salesbrain.benchmarks.watch;

import io.salesbrain.query.abtest.Race;
import java.util.Random;
import java.util.TreeMap;

/**
 * One invented A/B test: leads alternate between two variants, replies come hours to days later, and after each one both
 * ways of judging have a look.
 */
final class Experiment {
    private static final int LEADS_PER_DAY = 100;
    private static final int FIRST_HOUR = 8;
    private static final int WORKING_HOURS = 10;
    private static final long PATIENCE_HOURS = 14 * 24;
    private static final double MEDIAN_HOURS = 20;
    private static final double SPREAD = 1.2;
    private static final double NAIVE_Z = 1.96;
    private static final int LEAST_REPLIES = 5;

    /** What is said of it in the end: the variant named a winner, 0 for none, and after how many leads per variant. */
    record Outcome(int winner, long leads, int naiveWinner) {}

    private static final class Hour {
        private final long[] contacted = new long[2];
        private final long[] replied = new long[2];
    }

    private final TreeMap<Long, Hour> hours = new TreeMap<>();
    private final long lastSendHour;

    Experiment(Random random, double first, double second, int leadsPerVariant) {
        long hour = 0;
        for (int lead = 0; lead < 2 * leadsPerVariant; lead++) {
            int variant = lead % 2;
            hour = lead / LEADS_PER_DAY * 24L + FIRST_HOUR + lead % LEADS_PER_DAY * WORKING_HOURS / LEADS_PER_DAY;
            hours.computeIfAbsent(hour, _ -> new Hour()).contacted[variant]++;
            if (random.nextDouble() < (variant == 0 ? first : second)) {
                long delay = (long) (MEDIAN_HOURS * Math.exp(SPREAD * random.nextGaussian()));
                hours.computeIfAbsent(hour + delay, _ -> new Hour()).replied[variant]++;
            }
        }
        lastSendHour = hour;
    }

    Outcome judge(double alpha) {
        var race = new Race(2);
        var leads = new long[2];
        var replies = new long[2];
        int winner = 0;
        int naive = 0;
        long leadsThen = 0;
        for (var entry : hours.headMap(lastSendHour + PATIENCE_HOURS).entrySet()) {
            var hour = entry.getValue();
            race.hour(entry.getKey(), hour.contacted, hour.replied);
            for (int variant = 0; variant < 2; variant++) {
                leads[variant] += hour.contacted[variant];
                replies[variant] += hour.replied[variant];
            }
            for (int variant = 0; variant < 2 && winner == 0; variant++) {
                if (race.evidence(variant) >= race.needed(alpha)) {
                    winner = variant + 1;
                    leadsThen = leads[variant];
                }
            }
            naive = naive == 0 && looksSignificant(leads, replies) ? replies[0] > replies[1] ? 1 : 2 : naive;
        }
        return new Outcome(winner, leadsThen, naive);
    }

    /** The usual test of two shares, as if this were the only look. */
    private static boolean looksSignificant(long[] leads, long[] replies) {
        if (replies[0] + replies[1] < LEAST_REPLIES || leads[0] == 0 || leads[1] == 0) {
            return false;
        }
        double pooled = (double) (replies[0] + replies[1]) / (leads[0] + leads[1]);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / leads[0] + 1.0 / leads[1]));
        return Math.abs((double) replies[0] / leads[0] - (double) replies[1] / leads[1]) > NAIVE_Z * error;
    }
}
