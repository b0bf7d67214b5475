package io.salesbrain.instantly.client;

import java.util.Locale;

/** What a campaign does. */
public enum CampaignStatus implements Coded {
    ACCOUNT_SUSPENDED(-99),
    BOUNCE_PROTECT(-2),
    ACCOUNTS_UNHEALTHY(-1),
    DRAFT(0),
    ACTIVE(1),
    PAUSED(2),
    COMPLETED(3),
    RUNNING_SUBSEQUENCES(4);

    private final int code;

    CampaignStatus(int code) {
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
