package io.salesbrain.benchmarks.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An invented account: 100 e-mails a day on average with a weekday pattern, three steps whose mix swings, and outcomes
 * that come hours to days after the send. From a day on one of its rates may be another.
 */
final class Mailbox {
    /** What may happen to an e-mail, how soon (log-normal), and at which age it is looked at. */
    enum Outcome {
        OPEN(0.45, 0.25, 5, 1.3, 72, new double[] {0.1, -0.1, -0.2}, 1),
        REPLY(0.03, 0.01, 20, 1.2, 168, new double[] {0.35, -0.35, -0.6}, 1),
        BOUNCE(0.015, 0.08, 0.08, 1.5, 2, new double[] {0, 0, 0}, 0),
        UNSUBSCRIBE(0.003, 0.03, 6, 1.3, 72, new double[] {0, 0, 0}, 0),
        SPAM_REPORT(0.0001, 0.01, 6, 1.3, 72, new double[] {0, 0, 0}, 0);

        final double usual;
        final double changed;
        final double medianHours;
        final double spread;
        final int matureHours;

        @SuppressWarnings("ImmutableEnumChecker") // Written nowhere.
        private final double[] ofStep;

        private final double weekdayPart;

        Outcome(
                double usual,
                double changed,
                double medianHours,
                double spread,
                int matureHours,
                double[] ofStep,
                double weekdayPart) {
            this.usual = usual;
            this.changed = changed;
            this.medianHours = medianHours;
            this.spread = spread;
            this.matureHours = matureHours;
            this.ofStep = ofStep;
            this.weekdayPart = weekdayPart;
        }

        /** The share of outcomes that come before the age at which cohorts are looked at. */
        double inTime() {
            return NormalDistribution.of(0, spread).cumulativeProbability(Math.log(matureHours / medianHours));
        }

        /** The rate of a step on a weekday when the average is as given. */
        double rate(double average, int step, int weekday) {
            double odds = Math.log(average / (1 - average)) + ofStep[step - 1] + weekdayPart * WEEKDAY_ODDS[weekday];
            return 1 / (1 + Math.exp(-odds));
        }
    }

    /**
     * E-mails of one step in one hour.
     *
     * @param mature those with the outcome at the age at which it is looked at
     * @param before the share that is to be expected of these while nothing has changed, and {@code after} a change
     */
    record Sent(long hour, int step, int trials, int mature, double before, double after) {}

    static final int HOURS_PER_WEEK = 168;
    static final int SENDS_PER_WEEK = 700;
    private static final double[] WEEKDAY_ODDS = {0, 0.1, 0.08, 0.02, -0.08, -0.2, -0.2};
    private static final double[] WEEKDAY_SENDS = {1.15, 1.25, 1.2, 1.15, 1.05, 0.6, 0.6};
    private static final int FIRST_HOUR = 8;
    private static final int WORKING_HOURS = 10;
    private static final int SWING_WEEKS = 9;

    private final Random random;
    private final Outcome outcome;
    private final long changesAtHour;

    /** @param changesAtHour {@link Long#MAX_VALUE}: never */
    Mailbox(Random random, Outcome outcome, long changesAtHour) {
        this.random = random;
        this.outcome = outcome;
        this.changesAtHour = changesAtHour;
    }

    /** What is sent in an hour counted from a Monday, of each step. */
    List<Sent> hour(long hour) {
        var sent = new ArrayList<Sent>(3);
        int weekday = (int) (hour / 24 % 7);
        long ofDay = hour % 24;
        if (ofDay < FIRST_HOUR || ofDay >= FIRST_HOUR + WORKING_HOURS) {
            return sent;
        }
        double swing = 0.2 * Math.sin(2 * Math.PI * hour / (SWING_WEEKS * (double) HOURS_PER_WEEK));
        double[] mix = {0.6 + swing, 0.25 - swing / 2, 0.15 - swing / 2};
        double expected = 100 * WEEKDAY_SENDS[weekday] / WORKING_HOURS;
        for (int step = 1; step <= 3; step++) {
            int trials = poisson(expected * mix[step - 1]);
            if (trials > 0) {
                sent.add(send(hour, step, trials, weekday));
            }
        }
        return sent;
    }

    private Sent send(long hour, int step, int trials, int weekday) {
        double before = outcome.rate(outcome.usual, step, weekday);
        double after = outcome.rate(outcome.changed, step, weekday);
        double rate = hour >= changesAtHour ? after : before;
        int mature = 0;
        for (int i = 0; i < trials; i++) {
            if (random.nextDouble() < rate) {
                double delay = outcome.medianHours * Math.exp(outcome.spread * random.nextGaussian());
                mature += delay <= outcome.matureHours ? 1 : 0;
            }
        }
        double inTime = outcome.inTime();
        return new Sent(hour, step, trials, mature, before * inTime, after * inTime);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
