package io.salesbrain.scoring.watch;

/**
 * When a rate has fallen.
 *
 * @param leastTrials and {@code leastSuccesses} from which a baseline is learned before anything is compared with it
 * @param opensAt the evidence, a log-likelihood ratio, that makes a finding
 */
public record DropSettings(int leastTrials, int leastSuccesses, double opensAt) {
    /** Both tuned by {@code ./salesbrain bench watch} to one false alert in some 300 weeks of an account. */
    public static final DropSettings OPENS = new DropSettings(500, 150, 10.8);

    public static final DropSettings REPLIES = new DropSettings(1_000, 30, 8.7);

    public DropSettings {
        if (leastTrials < 1 || leastSuccesses < 1 || !(opensAt > 0)) {
            throw new IllegalArgumentException("a baseline needs e-mails and outcomes, and a finding evidence");
        }
    }
}
