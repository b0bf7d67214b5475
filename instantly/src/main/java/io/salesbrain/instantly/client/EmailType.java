package io.salesbrain.instantly.client;

import java.util.Locale;

/** Which way a message went. */
public enum EmailType implements Coded {
    SENT(1),
    RECEIVED(2),
    MANUAL(3),
    SCHEDULED(4);

    private final int code;

    EmailType(int code) {
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
