package io.salesbrain.instantly.client;

import java.util.Locale;

/** What the verification of an address found. */
public enum VerificationStatus implements Coded {
    JOB_CHANGE(-4),
    CATCH_ALL(-3),
    RISKY(-2),
    INVALID(-1),
    VERIFIED(1),
    PENDING(11),
    PENDING_JOB_CHANGE(12);

    private final int code;

    VerificationStatus(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
