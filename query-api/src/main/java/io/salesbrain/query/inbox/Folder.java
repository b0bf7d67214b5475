package io.salesbrain.query.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import io.salesbrain.events.CategorySource;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.ReplyCategory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a thread lies; every one lies in exactly one. */
public enum Folder {
    TO_ANSWER,
    DECIDE,
    OUT_OF_OFFICE,
    NEGATIVE,
    DONE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Folder> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(folder -> folder.label().equals(label))
                .findFirst();
    }

    /** By the latest reply; what a person says of an automatic one goes before its being automatic. */
    static Folder of(LeadReply latest, boolean done) {
        if (done) {
            return DONE;
        }
        if (latest.automatic() && latest.source() != CategorySource.PERSON) {
            return OUT_OF_OFFICE;
        }
        return ofCategory(latest.category());
    }

    private static Folder ofCategory(@Nullable ReplyCategory category) {
        return switch (category) {
            case null -> DECIDE;
            case OUT_OF_OFFICE -> OUT_OF_OFFICE;
            case NOT_INTERESTED, UNSUBSCRIBE, WRONG_PERSON -> NEGATIVE;
            case INTERESTED, MEETING_REQUEST, QUESTION, OTHER -> TO_ANSWER;
        };
    }

    /** Somebody waits for us. */
    boolean isWaiting() {
        return this == TO_ANSWER || this == DECIDE;
    }
}
