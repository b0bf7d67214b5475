package io.salesbrain.ingest;

import java.util.Map;

/** Ends the handling of a request that is turned down. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Map<String, Integer> taken;

    RefusedException(Refusal refusal) {
        this(refusal, Map.of());
    }

    /** @param taken how much had been taken before; empty when nothing can have been */
    RefusedException(Refusal refusal, Map<String, Integer> taken) {
        super(refusal.message());
        this.refusal = refusal;
        this.taken = taken;
    }

    Map<String, Integer> taken() {
        return taken;
    }

    Refusal refusal() {
        return refusal;
    }
}
