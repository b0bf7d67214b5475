package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a salesperson should write again. */
public enum FollowUpReason {
    OPENED,
    CLICKED,
    OUT_OF_OFFICE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FollowUpReason> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(reason -> reason.label().equals(label))
                .findFirst();
    }

    @JsonCreator
    static FollowUpReason parse(String label) {
        return ofLabel(label)
                .orElseThrow(() -> new IllegalArgumentException("no reason for a follow-up is called " + label));
    }
}
