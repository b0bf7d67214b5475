package io.salesbrain.ingest.instantly;

import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.ingest.body.Bytes;
import io.salesbrain.ingest.body.JsonObjectText;
import io.salesbrain.ingest.body.JsonObjectText.Scalar;
import io.salesbrain.ingest.body.MalformedJson;
import io.salesbrain.ingest.body.StrictJson;
import java.util.Optional;
import java.util.Set;

/** A delivery's JSON object with its members as Instantly names them. */
public record InstantlyPayload(JsonObjectText json) {
    static final String EVENT_TYPE = "event_type";
    static final String TIMESTAMP = "timestamp";
    static final String WORKSPACE = "workspace";
    static final String CAMPAIGN_ID = "campaign_id";
    static final String CAMPAIGN_NAME = "campaign_name";
    static final String LEAD_EMAIL = "lead_email";
    static final String EMAIL = "email";
    static final String EMAIL_ACCOUNT = "email_account";
    static final String STEP = "step";
    static final String VARIANT = "variant";
    static final String EMAIL_ID = "email_id";
    static final String REPLY_SUBJECT = "reply_subject";
    static final String REPLY_TEXT = "reply_text";
    static final String REPLY_HTML = "reply_html";
    static final String REPLY_TEXT_SNIPPET = "reply_text_snippet";

    private static final StrictJson JSON = new StrictJson(
            StrictJson.MAX_DEPTH,
            Set.of(
                    EVENT_TYPE,
                    TIMESTAMP,
                    WORKSPACE,
                    CAMPAIGN_ID,
                    CAMPAIGN_NAME,
                    LEAD_EMAIL,
                    EMAIL,
                    EMAIL_ACCOUNT,
                    STEP,
                    VARIANT,
                    EMAIL_ID,
                    REPLY_SUBJECT,
                    REPLY_TEXT,
                    REPLY_HTML,
                    REPLY_TEXT_SNIPPET));

    public static Reading<InstantlyPayload> read(Bytes bytes) {
        try {
            return JSON.readObject(bytes)
                    .map(object -> Reading.good(new InstantlyPayload(object)))
                    .orElseGet(() -> Reading.rejected(QuarantineReason.NOT_AN_OBJECT, ""));
        } catch (MalformedJson e) {
            return Reading.rejected(QuarantineReason.MALFORMED_JSON, String.valueOf(e.getMessage()));
        }
    }

    String raw() {
        return json.text();
    }

    Optional<Scalar> member(String name) {
        return Optional.ofNullable(json.members().get(name));
    }

    /** A member that counts only when it is a string, exactly as sent. */
    Optional<String> string(String name) {
        return member(name).flatMap(value -> switch (value) {
            case Scalar.Text(var text) -> Optional.of(text);
            case Scalar.Digits _ -> Optional.empty();
        });
    }

    /** An id or a text: a string as sent, a number by its digits, empty when missing or anything else. */
    String text(String name) {
        return member(name)
                .map(value -> switch (value) {
                    case Scalar.Text(var text) -> Texts.wellFormed(text);
                    case Scalar.Digits(var written) -> written;
                })
                .orElse("");
    }

    /** A usable e-mail address, normalised; empty when there is none. */
    String address(String name) {
        return string(name).flatMap(EmailAddress::parse).orElse("");
    }
}
