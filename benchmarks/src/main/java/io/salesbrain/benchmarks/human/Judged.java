package io.salesbrain.benchmarks.human;

import io.salesbrain.scoring.lead.Evidence;
import io.salesbrain.scoring.lead.HumanLikelihood;
import java.util.Set;

/** An open or click with what speaks for and against a person, and the truth. */
record Judged(Set<Evidence> evidence, boolean person) {
    boolean isClick() {
        return evidence.contains(Evidence.CLICK);
    }

    boolean isInBurst() {
        return evidence.stream().anyMatch(Evidence::isBurst);
    }

    double weight() {
        return HumanLikelihood.weight(evidence);
    }
}
