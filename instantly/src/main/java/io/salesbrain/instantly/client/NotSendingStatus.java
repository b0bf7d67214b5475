package io.salesbrain.instantly.client;

import java.util.Locale;

/** Why an active campaign sends nothing. */
public enum NotSendingStatus implements Coded {
    OUT_OF_SCHEDULE(1),
    WAITING_FOR_LEADS(2),
    CAMPAIGN_DAILY_LIMIT(3),
    ALL_ACCOUNTS_AT_LIMIT(4),
    ERROR(99);

    private final int code;

    NotSendingStatus(int code) {
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
