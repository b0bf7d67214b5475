package io.salesbrain.events;

/**
 * From which rates on an organization wants to be warned. Rates are fractions of the e-mails sent.
 *
 * @param dailyLimit whether it is an alert that an account has sent as many e-mails today as it may
 */
public record AlertSettings(Levels bounces, Levels spam, Levels unsubscribes, boolean dailyLimit) {
    /**
     * @param warning the rate that is not to be exceeded
     * @param critical the rate at which sending is to be stopped
     */
    public record Levels(double warning, double critical) {
        public Levels {
            if (!isPossible(warning, critical)) {
                throw new IllegalArgumentException("no levels of a rate: " + warning + " and " + critical);
            }
        }

        /** Whether both lie between 0 and 1, the critical one not below the warning. */
        public static boolean isPossible(double warning, double critical) {
            return warning > 0 && warning <= critical && critical < 1;
        }
    }

    public static final AlertSettings DEFAULT =
            new AlertSettings(new Levels(0.02, 0.05), new Levels(0.001, 0.003), new Levels(0.01, 0.02), true);
}
