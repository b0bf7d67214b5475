package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertSettings;

/**
 * When a rate is too high.
 *
 * @param warning the rate that is not to be exceeded
 * @param critical the rate at which sending is to be stopped
 * @param leastTrials e-mails without which nothing is said
 * @param opensAt the evidence, a log-likelihood ratio, that makes a finding; {@code ./salesbrain bench watch} shows what
 *     it is worth: one false alert in some 400 weeks of an account at 1.5 % bounces
 */
public record LevelSettings(double warning, double critical, int leastTrials, double opensAt) {
    public static final LevelSettings BOUNCES = new LevelSettings(0.02, 0.05, 30, 7);
    public static final LevelSettings SPAM = new LevelSettings(0.001, 0.003, 50, 5);
    public static final LevelSettings UNSUBSCRIBES = new LevelSettings(0.01, 0.02, 50, 5.5);

    /** With other thresholds. */
    LevelSettings at(AlertSettings.Levels levels) {
        return new LevelSettings(levels.warning(), levels.critical(), leastTrials, opensAt);
    }

    public LevelSettings {
        if (!(warning > 0 && warning <= critical && critical < 1)) {
            throw new IllegalArgumentException(
                    "thresholds lie between 0 and 1, the critical one not below the warning; not " + warning + " and "
                            + critical);
        }
        if (leastTrials < 1) {
            throw new IllegalArgumentException("at least one e-mail is needed to say anything, not " + leastTrials);
        }
        if (!(opensAt > 0)) {
            throw new IllegalArgumentException("a finding needs evidence");
        }
    }
}
