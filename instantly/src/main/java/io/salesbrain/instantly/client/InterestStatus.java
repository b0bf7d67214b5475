package io.salesbrain.instantly.client;

import java.util.Locale;

/** A label of Instantly's own; customers' labels are other numbers. */
public enum InterestStatus implements Coded {
    NO_SHOW(-4),
    LOST(-3),
    WRONG_PERSON(-2),
    NOT_INTERESTED(-1),
    OUT_OF_OFFICE(0),
    INTERESTED(1),
    MEETING_BOOKED(2),
    MEETING_COMPLETED(3),
    WON(4);

    private final int code;

    InterestStatus(int code) {
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
