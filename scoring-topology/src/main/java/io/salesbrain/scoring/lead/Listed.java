package io.salesbrain.scoring.lead;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.FoldedContributions;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is listed of a lead's contributions: all of an ordinary lead's, the weightiest of one with hundreds. Time changes
 * no ratio of their weights, so the choice holds at any time.
 */
record Listed(List<Contribution> weightiest, @Nullable FoldedContributions folded) {
    static final int MOST = 100;

    static Listed of(List<Contribution> inOrderOfTime, long halfLifeMs) {
        if (inOrderOfTime.size() <= MOST) {
            return new Listed(inOrderOfTime, null);
        }
        var byWeight = inOrderOfTime.stream()
                .sorted(Comparator.comparingDouble(
                                (Contribution contribution) -> Score.log2Weight(contribution, halfLifeMs))
                        .thenComparing(Contribution::at)
                        .thenComparing(Contribution::eventId)
                        .reversed())
                .toList();
        var rest = byWeight.subList(MOST, byWeight.size());
        var mass = Score.massLog2(rest, halfLifeMs);
        var folded = new FoldedContributions(
                rest.size(),
                rest.stream().mapToLong(Contribution::points).sum(),
                mass.isPresent() ? mass.getAsDouble() : null);
        var weightiest = byWeight.subList(0, MOST).stream()
                .sorted(Comparator.comparing(Contribution::at)
                        .thenComparing(Contribution::type)
                        .thenComparing(Contribution::eventId))
                .toList();
        return new Listed(weightiest, folded);
    }
}
