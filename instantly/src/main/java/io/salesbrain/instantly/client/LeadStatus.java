package io.salesbrain.instantly.client;

import java.util.Locale;

/** Where a lead stands in its campaign. */
public enum LeadStatus implements Coded {
    SKIPPED(-3),
    UNSUBSCRIBED(-2),
    BOUNCED(-1),
    ACTIVE(1),
    PAUSED(2),
    COMPLETED(3);

    private final int code;

    LeadStatus(int code) {
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
