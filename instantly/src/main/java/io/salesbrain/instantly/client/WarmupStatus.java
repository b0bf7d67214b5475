package io.salesbrain.instantly.client;

import java.util.Locale;

/** Whether a mailbox is being warmed up. */
public enum WarmupStatus implements Coded {
    PERMANENT_SUSPENSION(-3),
    SPAM_FOLDER_UNKNOWN(-2),
    BANNED(-1),
    PAUSED(0),
    ACTIVE(1);

    private final int code;

    WarmupStatus(int code) {
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
