package io.salesbrain.classifier;

/**
 * From which probability on an answer is acted upon.
 *
 * @param abstainBelow a best category less likely than this is left to a person
 * @param unsubscribeHold hold the lead's sequence from this probability of unsubscribe on, whatever else wins
 * @param unsubscribeSuppress write a suppression without asking from this probability of unsubscribe on
 */
public record Thresholds(double abstainBelow, double unsubscribeHold, double unsubscribeSuppress) {
    public Thresholds {
        requireProbability("abstainBelow", abstainBelow);
        requireProbability("unsubscribeHold", unsubscribeHold);
        requireProbability("unsubscribeSuppress", unsubscribeSuppress);
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1 but is " + value);
        }
    }
}
