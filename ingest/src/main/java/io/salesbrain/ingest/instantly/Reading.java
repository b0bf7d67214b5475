package io.salesbrain.ingest.instantly;

import io.salesbrain.events.QuarantineReason;
import java.util.function.Function;

/** What a step made of a delivery: something to go on with, or a reason to set the delivery aside. */
public sealed interface Reading<T> {
    record Good<T>(T value) implements Reading<T> {}

    /** @param detail what exactly, for the person who looks; may be empty */
    record Rejected<T>(QuarantineReason reason, String detail) implements Reading<T> {}

    static <T> Reading<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Reading<T> rejected(QuarantineReason reason, String detail) {
        return new Rejected<>(reason, detail);
    }

    /** The next step, for what this one let pass. */
    default <R> Reading<R> then(Function<? super T, Reading<R>> step) {
        return switch (this) {
            case Good<T>(var value) -> step.apply(value);
            case Rejected<T>(var reason, var detail) -> new Rejected<>(reason, detail);
        };
    }
}
