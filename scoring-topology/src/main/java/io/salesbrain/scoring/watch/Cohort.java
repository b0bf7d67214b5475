package io.salesbrain.scoring.watch;

/**
 * What was sent in one UTC hour, and with how much of it something had happened at a fixed age, or so far.
 *
 * @param hour hours since 1970 UTC
 * @param step which e-mail of its campaign, from 1; 0 where cohorts are not told apart
 * @param trials e-mails sent, or leads contacted
 * @param successes of these; never more than there are
 */
public record Cohort(long hour, int step, long trials, long successes) {
    private static final long HOURS_PER_DAY = 24;
    private static final int DAYS_PER_WEEK = 7;

    /** The first of January 1970 was a Thursday. */
    private static final long FIRST_WEEKDAY = 3;

    public Cohort {
        // Late events may for a moment leave an outcome without its send; no rate leaves 0..1 for that.
        trials = Math.max(0, trials);
        successes = Math.clamp(successes, 0, trials);
    }

    long day() {
        return Math.floorDiv(hour, HOURS_PER_DAY);
    }

    /** 0 is Monday. */
    int weekday() {
        return Math.floorMod(day() + FIRST_WEEKDAY, DAYS_PER_WEEK);
    }
}
