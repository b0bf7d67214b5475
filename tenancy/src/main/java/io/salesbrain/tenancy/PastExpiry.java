package io.salesbrain.tenancy;

import java.time.Instant;

/** A credential was to end before it begins. */
public final class PastExpiry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PastExpiry(Instant expiresAt) {
        super("A credential ends in the future, not at " + expiresAt + ".");
    }
}
