package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a follow-up stands. The last two are what people say of it, and outweigh the others. */
public enum FollowUpState {
    /** Its time has not come. */
    SCHEDULED,
    /** To be done now. */
    DUE,
    /** Nobody took it up in time. */
    EXPIRED,
    /** Something happened that makes it needless. */
    CANCELLED,
    DONE,
    DISMISSED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FollowUpState> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }

    @JsonCreator
    static FollowUpState parse(String label) {
        return ofLabel(label)
                .orElseThrow(() -> new IllegalArgumentException("no state of a follow-up is called " + label));
    }
}
