package io.salesbrain.scoring.hot;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.LeadState;
import java.util.Comparator;
import java.util.List;

/**
 * A lead as the order of its organization's scores sees it.
 *
 * @param ranked has points and is not disqualified: counts among those the threshold is taken from
 * @param signalled at least one click, human reply or meeting, without which nobody is hot
 * @param mass {@link LeadState#massLog2()}, negative infinity for a score of 0
 * @param lastSignalAtMs the latest event that earned points
 * @param campaignIds empty for a lead that cannot be hot
 * @param reasons the weightiest contributions, the first the most; empty for a lead that cannot be hot
 */
public record Standing(
        String leadEmail,
        boolean ranked,
        boolean signalled,
        double mass,
        long halfLifeMs,
        long lastSignalAtMs,
        List<String> campaignIds,
        List<Contribution> reasons) {
    private static final int MOST_REASONS = 3;

    public Standing {
        if (Double.isNaN(mass) || mass == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("no score of " + leadEmail + " has the mass " + mass);
        }
        // One zero, so that equal masses are equal in every order.
        mass = mass + 0.0;
        campaignIds = List.copyOf(campaignIds);
        reasons = List.copyOf(reasons);
    }

    public static Standing of(LeadState state) {
        boolean ranked = state.points() > 0 && !state.disqualified();
        boolean mayBeHot = ranked && state.signalled();
        var mass = state.massLog2();
        var lastSignalAt = state.lastSignalAt();
        return new Standing(
                state.leadEmail(),
                ranked,
                state.signalled(),
                mass == null || mass.isNaN() ? Double.NEGATIVE_INFINITY : mass,
                state.halfLifeMs(),
                lastSignalAt == null ? 0 : lastSignalAt.toEpochMilli(),
                mayBeHot ? state.campaignIds() : List.of(),
                mayBeHot ? weightiest(state) : List.of());
    }

    private static List<Contribution> weightiest(LeadState state) {
        return state.contributions().stream()
                .filter(contribution -> contribution.points() * contribution.human() > 0)
                .sorted(Comparator.comparingDouble(
                                (Contribution contribution) -> logWeight(contribution, state.halfLifeMs()))
                        .thenComparing(Contribution::at)
                        .thenComparing(Contribution::eventId)
                        .reversed())
                .limit(MOST_REASONS)
                .toList();
    }

    /** Time changes none of its differences. */
    private static double logWeight(Contribution contribution, long halfLifeMs) {
        return Math.log(contribution.points() * contribution.human()) / Math.log(2)
                + (double) contribution.at().toEpochMilli() / halfLifeMs;
    }

    /** Score at least the threshold's, and what else hot means. */
    public boolean isHot(double thresholdMass) {
        return ranked && signalled && mass >= thresholdMass;
    }

    /** What a mass is worth at a time. */
    public double score(double ofMass, long timeMs) {
        return Math.min(Double.MAX_VALUE, StrictMath.pow(2, ofMass - (double) timeMs / halfLifeMs));
    }
}
