package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a reader of the timeline should know of an event besides what it says. */
public enum EventFlag {
    /** Never sent to us: it follows from a later event of the same e-mail. */
    INFERRED,
    /** Its timestamp lay more than five minutes ahead of its arrival and was set to the arrival. */
    CLAMPED,
    /** Made by a sync from the state of Instantly's API, not delivered by a webhook. */
    SYNTHETIC,
    /** The body named a workspace that is not one of those known to be the sender's. */
    FOREIGN_WORKSPACE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static EventFlag ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
