package io.salesbrain.simulator.world;

/** Who runs a mailbox; the code is Instantly's {@code esp_code}. */
public enum MailProvider {
    GOOGLE(1),
    MICROSOFT(2),
    ZOHO(3),
    YAHOO(9),
    WEB_DE(12);

    private final int code;

    MailProvider(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
