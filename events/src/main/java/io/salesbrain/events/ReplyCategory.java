package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reply means to a salesperson; the API shows the name in lower case. */
public enum ReplyCategory {
    INTERESTED,
    MEETING_REQUEST,
    QUESTION,
    NOT_INTERESTED,
    UNSUBSCRIBE,
    OUT_OF_OFFICE,
    WRONG_PERSON,
    OTHER;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category with this label, or empty when there is none. */
    public static Optional<ReplyCategory> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
    }

    @JsonCreator
    static ReplyCategory parse(String label) {
        return ofLabel(label).orElseThrow(() -> new IllegalArgumentException("no reply category is called " + label));
    }

    /** Interested and meeting_request are what a sales team calls a positive reply. */
    public boolean isPositive() {
        return this == INTERESTED || this == MEETING_REQUEST;
    }
}
