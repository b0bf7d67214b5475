package io.salesbrain.query.abtest;

/**
 * What one variant has reached so far.
 *
 * @param leads contacted with it
 * @param successes of them, by the measure that decides
 * @param sent e-mails, and of these {@code unsubscribed} and {@code bounced}
 */
public record Arm(long leads, long successes, long sent, long unsubscribed, long bounced) {
    public Arm {
        leads = Math.max(0, leads);
        successes = Math.clamp(successes, 0, leads);
        sent = Math.max(0, sent);
        unsubscribed = Math.clamp(unsubscribed, 0, sent);
        bounced = Math.clamp(bounced, 0, sent);
    }

    double rate() {
        return leads == 0 ? 0 : (double) successes / leads;
    }
}
