package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an alert is over. */
public enum AlertEnding {
    /** What came since speaks for it, or late events changed what it rested on. */
    RECOVERED,
    /** A rate that fell has stayed there for so long that it is the new baseline. */
    NEW_BASELINE,
    /** Nothing was sent for so long that there is nothing to speak of. */
    NOTHING_SENT;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static AlertEnding ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
