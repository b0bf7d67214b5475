package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What makes a follow-up needless. */
public enum FollowUpEnding {
    UNSUBSCRIBED,
    BOUNCED,
    /** Not interested, or the wrong person. */
    REFUSED,
    WON,
    MEETING,
    REPLIED,
    /** The person is away; a follow-up after the return takes its place. */
    AWAY;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static FollowUpEnding ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
