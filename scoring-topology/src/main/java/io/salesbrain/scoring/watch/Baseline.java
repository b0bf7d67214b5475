package io.salesbrain.scoring.watch;

/**
 * What a campaign or an account usually reaches: per step, with a factor on the odds per weekday. Both are shrunk, the
 * steps towards the whole and the weekdays towards no effect, as far as their numbers are small (a Gaussian prior on the
 * log-odds, one Newton step; see A. Gelman et al., "Bayesian Data Analysis", 3rd ed., ch. 5). The past is forgotten
 * with a half-life, so that what is usual may drift.
 */
final class Baseline {
    /** Steps beyond share the last place. */
    static final int STEPS = 12;

    private static final int DAYS = 7;

    /** How far steps and weekdays usually lie from the whole, in log-odds. */
    private static final double STEP_SPREAD = 0.5;

    private static final double WEEKDAY_SPREAD = 0.15;
    private static final double LEAST_RATE = 1e-5;

    private final double forgetPerDay;
    private final double[][] trials = new double[STEPS][DAYS];
    private final double[][] successes = new double[STEPS][DAYS];
    private final double[] ofStep = new double[STEPS];
    private final double[] ofWeekday = new double[DAYS];
    private double sumTrials;
    private double sumSuccesses;
    private long today = Long.MIN_VALUE;
    private boolean stale = true;

    Baseline(double halfLifeDays) {
        this.forgetPerDay = Math.pow(0.5, 1 / halfLifeDays);
    }

    void learn(Cohort cohort) {
        if (cohort.day() > today) {
            forget(today == Long.MIN_VALUE ? 1 : Math.pow(forgetPerDay, (double) (cohort.day() - today)));
            today = cohort.day();
        }
        int step = place(cohort);
        trials[step][cohort.weekday()] += cohort.trials();
        successes[step][cohort.weekday()] += cohort.successes();
        sumTrials += cohort.trials();
        sumSuccesses += cohort.successes();
        stale = true;
    }

    private void forget(double kept) {
        for (int step = 0; step < STEPS; step++) {
            for (int day = 0; day < DAYS; day++) {
                trials[step][day] *= kept;
                successes[step][day] *= kept;
            }
        }
        sumTrials *= kept;
        sumSuccesses *= kept;
    }

    double trials() {
        return sumTrials;
    }

    double successes() {
        return sumSuccesses;
    }

    /** Of the whole, kept off the ends where nothing can be expected any more. */
    private double rate() {
        return Math.clamp((sumSuccesses + 0.5) / (sumTrials + 1), LEAST_RATE, 1 - LEAST_RATE);
    }

    /**
     * What is to be expected of a cohort.
     *
     * @param caution how many standard errors of the whole to stay below it, as it is only estimated
     */
    double expected(Cohort cohort, double caution) {
        if (stale) {
            fit();
            stale = false;
        }
        double whole = rate();
        double error = 1 / Math.sqrt(Math.max(1, sumTrials) * whole * (1 - whole));
        double odds = ofStep[place(cohort)] + ofWeekday[cohort.weekday()] - caution * error;
        return 1 / (1 + Math.exp(-odds));
    }

    private void fit() {
        double whole = rate();
        double wholeOdds = Math.log(whole / (1 - whole));
        double[] expected = new double[DAYS];
        double[] seen = new double[DAYS];
        double[] information = new double[DAYS];
        for (int step = 0; step < STEPS; step++) {
            double n = sum(trials[step]);
            double variance = whole * (1 - whole);
            double shift = (sum(successes[step]) - n * whole) / (n * variance + 1 / (STEP_SPREAD * STEP_SPREAD));
            ofStep[step] = wholeOdds + Math.clamp(shift, -3, 3);
            double rate = 1 / (1 + Math.exp(-ofStep[step]));
            for (int day = 0; day < DAYS; day++) {
                expected[day] += trials[step][day] * rate;
                seen[day] += successes[step][day];
                information[day] += trials[step][day] * rate * (1 - rate);
            }
        }
        for (int day = 0; day < DAYS; day++) {
            double shift = (seen[day] - expected[day]) / (information[day] + 1 / (WEEKDAY_SPREAD * WEEKDAY_SPREAD));
            ofWeekday[day] = Math.clamp(shift, -1, 1);
        }
    }

    private static int place(Cohort cohort) {
        return Math.clamp(cohort.step(), 0, STEPS - 1);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
