package io.salesbrain.instantly.client;

import java.util.Locale;

/** Who runs a mailbox. */
public enum ProviderCode implements Coded {
    IMAP_SMTP(1),
    GOOGLE(2),
    MICROSOFT(3),
    AWS(4),
    AIRMAIL(8);

    private final int code;

    ProviderCode(int code) {
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
