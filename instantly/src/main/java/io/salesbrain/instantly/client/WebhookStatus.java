package io.salesbrain.instantly.client;

import java.util.Locale;

/** Whether a webhook is served; Instantly disables one that fails too often. */
public enum WebhookStatus implements Coded {
    DISABLED(-1),
    ACTIVE(1);

    private final int code;

    WebhookStatus(int code) {
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
