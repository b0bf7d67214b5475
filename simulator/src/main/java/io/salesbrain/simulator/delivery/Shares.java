package io.salesbrain.simulator.delivery;

import java.util.Map;

/**
 * How often something happens to an event on its way, as shares of all events.
 *
 * @param repeated told twice with the same body
 * @param altered told twice, the second time with a slightly different body
 * @param rewritten told twice, the second time in another notation that means the same
 * @param delayed held back so that later ones overtake it
 * @param lost never sent
 * @param impatient told for the first time with hardly any time to answer
 * @param gapListed of the events never sent, those that the list of webhook events knows all the same
 */
public record Shares(
        double repeated,
        double altered,
        double rewritten,
        double delayed,
        double lost,
        double impatient,
        double gapListed) {
    /** Nothing happens; if something is never sent after all, one can look it up. */
    public static final Shares NONE = new Shares(0, 0, 0, 0, 0, 0, 1);

    public Shares {
        Map.of(
                        "repeated", repeated,
                        "altered", altered,
                        "rewritten", rewritten,
                        "delayed", delayed,
                        "lost", lost,
                        "impatient", impatient,
                        "gapListed", gapListed)
                .forEach(Shares::requireShare);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The habit " + name + " is a share between 0 and 1, not " + share + ".");
        }
    }
}
