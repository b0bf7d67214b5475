package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How serious an alert is. */
public enum AlertLevel {
    WARNING,
    CRITICAL;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AlertLevel ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
