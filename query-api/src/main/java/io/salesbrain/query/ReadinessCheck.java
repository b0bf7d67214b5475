package io.salesbrain.query;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A part of the process that must be ready before it answers.
 *
 * @param name as /ready shows it
 */
public record ReadinessCheck(String name, Supplier<State> state) {
    /**
     * @param progress share, 0 to 1, of what it has to do first
     */
    public record State(boolean ready, double progress) {}

    /** For a part that is ready or is not, with nothing in between. */
    public static ReadinessCheck of(String name, BooleanSupplier ready) {
        return new ReadinessCheck(name, () -> ready.getAsBoolean() ? new State(true, 1) : new State(false, 0));
    }
}
