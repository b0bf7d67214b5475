package io.salesbrain.query.readmodel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an alert stands, with what people said of it. */
public enum AlertState {
    OPEN,
    /** Somebody has taken it up; its cause lasts. */
    ACKNOWLEDGED,
    /** Nobody is told of it for a while; its cause lasts. */
    MUTED,
    RESOLVED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AlertState> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
