package io.salesbrain.query.readmodel;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.LeadState;
import java.time.Instant;

/**
 * The decaying score. States carry {@code massLog2 = log2 Σ points·human·2^(at/half-life)}, from which the score at any
 * time follows by one power; ranks by mass are ranks by score at every time.
 */
public final class Score {
    private Score() {}

    /** The lead's place in the order of scores; below all others when nothing it did is likely a person's doing. */
    static double massOf(LeadState state) {
        var mass = state.massLog2();
        return mass == null || mass.isNaN() ? Double.NEGATIVE_INFINITY : mass;
    }

    /** The score at a time, before or after the events it comes from. */
    public static double at(double massLog2, long halfLifeMs, Instant time) {
        return power(massLog2 - time.toEpochMilli() / (double) halfLifeMs);
    }

    /** The mass whose score at a time this is. */
    static double mass(double score, long halfLifeMs, Instant time) {
        return Math.log(score) / Math.log(2) + time.toEpochMilli() / (double) halfLifeMs;
    }

    /** What one event is worth of the score at a time. */
    public static double worth(Contribution contribution, long halfLifeMs, Instant time) {
        double weight = contribution.points() * contribution.human();
        if (weight <= 0) {
            return 0;
        }
        double ageMs = (double) time.toEpochMilli() - contribution.at().toEpochMilli();
        return Math.min(weight * power(-ageMs / halfLifeMs), Double.MAX_VALUE);
    }

    /** Asked for a time centuries back, a score would leave the range of numbers; JSON has no infinity. */
    private static double power(double exponent) {
        return Math.min(Math.pow(2, exponent), Double.MAX_VALUE);
    }
}
