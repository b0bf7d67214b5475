package io.salesbrain.instantly.client;

import java.util.Locale;

/** Whether a mailbox sends. */
public enum AccountStatus implements Coded {
    SENDING_ERROR(-3),
    SOFT_BOUNCE_ERROR(-2),
    CONNECTION_ERROR(-1),
    ACTIVE(1),
    PAUSED(2),
    MAINTENANCE(3);

    private final int code;

    AccountStatus(int code) {
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
