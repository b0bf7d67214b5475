package io.salesbrain.testkit;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over many random cases and names the seed of the one that fails. */
public final class Seeds {
    private static final long FIRST = Long.getLong("salesbrain.seed", 20_260_101L);

    private Seeds() {}

    /** {@code -Dsalesbrain.seed=S} repeats from a failing seed. */
    public static void forEach(int cases, Consumer<Random> property) {
        for (long seed = FIRST; seed < FIRST + cases; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("fails with -Dsalesbrain.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
