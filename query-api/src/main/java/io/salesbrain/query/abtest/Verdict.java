package io.salesbrain.query.abtest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be said of the variants of one step. */
public enum Verdict {
    NOT_ENOUGH_DATA,
    /** There was enough to find a variant that is half as good again, and none was found. */
    NO_DIFFERENCE,
    /** One is probably the best, without proof. */
    LEADING,
    /** One is proven to be the best, by a proof that stands however often one looked. */
    WINNER;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
