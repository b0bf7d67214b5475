package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a delivery was set aside: a closed list, each with a sentence for the person who looks. */
public enum QuarantineReason {
    MALFORMED_JSON("The body is not well-formed JSON in UTF-8, or it has duplicate keys or more than 32 levels."),
    NOT_AN_OBJECT("The JSON is neither an object nor, at top level, an array of objects."),
    TOO_LARGE("One event is larger than 1 MiB; its first 64 KiB and its hash were kept."),
    MISSING_EVENT_TYPE("The event has no event_type that is a non-blank string."),
    UNREADABLE_TIMESTAMP("The event has no timestamp in RFC 3339 with an offset."),
    MISSING_LEAD_EMAIL("This type of event concerns a lead, but neither lead_email nor email is a usable address."),
    MISSING_CAMPAIGN_ID("This type of event concerns a campaign, but there is no campaign_id."),
    MISSING_EMAIL_ACCOUNT("This type of event concerns an account, but email_account is no usable address.");

    private final String message;

    QuarantineReason(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with this code; throws where there is none. */
    @JsonCreator
    public static QuarantineReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
