package io.salesbrain.simulator.world;

import java.util.List;

/** A mail of the sequence, sent {@code waitDays} after the one before. {@code number} is 1-based. */
public record Step(int number, int waitDays, List<Variant> variants) {
    public Step {
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("Step " + number + " needs a variant.");
        }
    }
}
