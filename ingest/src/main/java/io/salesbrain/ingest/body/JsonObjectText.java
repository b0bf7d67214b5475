package io.salesbrain.ingest.body;

import java.util.Collections;
import java.util.Map;

/**
 * A well-formed JSON object: its own text, and those of its top-level members that were asked for and are strings or
 * numbers.
 */
public record JsonObjectText(String text, Map<String, Scalar> members) {
    public JsonObjectText {
        // Not copied: whoever read it lets go of it, and there is one for every event.
        members = Collections.unmodifiableMap(members);
    }

    /** A top-level value as it was sent. */
    public sealed interface Scalar {
        record Text(String value) implements Scalar {}

        /** @param written the number, digit by digit */
        record Digits(String written) implements Scalar {}
    }
}
