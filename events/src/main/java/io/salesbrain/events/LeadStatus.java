package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a lead stands. The first eight rise in this order; the others stand beside them. */
public enum LeadStatus {
    NEW,
    CONTACTED,
    ENGAGED,
    REPLIED,
    INTERESTED,
    MEETING_BOOKED,
    MEETING_COMPLETED,
    WON,
    NOT_INTERESTED,
    WRONG_PERSON,
    OUT_OF_OFFICE,
    NO_SHOW,
    UNSUBSCRIBED,
    BOUNCED,
    COMPLETED,
    LOST;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static LeadStatus ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
