package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One customer (tenant). A type of its own, so that no query and no key can be built without saying whose. */
public record OrganizationId(@JsonValue String value) implements Comparable<OrganizationId> {
    /** What an id may look like; no separator of ours is among its characters. */
    public static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @JsonCreator
    public OrganizationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an organization_id has 1 to 64 letters, digits, dots, dashes or underscores and starts with a"
                            + " letter or digit");
        }
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
