package io.salesbrain.simulator.letters;

import java.util.Locale;

/** What a reply really means. The simulator knows it because it chose the text by it. */
public enum ReplyCategory {
    INTERESTED,
    MEETING_REQUEST,
    QUESTION,
    NOT_INTERESTED,
    UNSUBSCRIBE,
    OUT_OF_OFFICE,
    WRONG_PERSON,
    OTHER;

    /** The name as it stands in the resource files and in other people's APIs. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean positive() {
        return this == INTERESTED || this == MEETING_REQUEST;
    }
}
