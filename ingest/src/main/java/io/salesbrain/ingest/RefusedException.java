package io.salesbrain.ingest;

import java.util.Map;
import java.util.OptionalInt;

/** Ends the handling of a request that is turned down. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Map<String, Integer> taken;
    private final transient OptionalInt retryAfterSeconds;

    RefusedException(Refusal refusal) {
        this(refusal, Map.of(), refusal.retryAfterSeconds());
    }

    /** @param taken how much had been taken before; empty when nothing can have been */
    RefusedException(Refusal refusal, Map<String, Integer> taken) {
        this(refusal, taken, refusal.retryAfterSeconds());
    }

    /** @param retryAfterSeconds when to come again, better known than the refusal itself says */
    static RefusedException retryAfter(Refusal refusal, int retryAfterSeconds) {
        return new RefusedException(refusal, Map.of(), OptionalInt.of(retryAfterSeconds));
    }

    private RefusedException(Refusal refusal, Map<String, Integer> taken, OptionalInt retryAfterSeconds) {
        super(refusal.message());
        this.refusal = refusal;
        this.taken = taken;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Map<String, Integer> taken() {
        return taken;
    }

    Refusal refusal() {
        return refusal;
    }
}
