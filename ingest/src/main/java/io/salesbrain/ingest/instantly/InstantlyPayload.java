package io.salesbrain.ingest.instantly;

import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.PayloadField;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.ingest.body.Bytes;
import io.salesbrain.ingest.body.JsonObjectText;
import io.salesbrain.ingest.body.JsonObjectText.Scalar;
import io.salesbrain.ingest.body.MalformedJson;
import io.salesbrain.ingest.body.StrictJson;
import io.salesbrain.ingest.body.Unit;
import java.util.Optional;

/** A delivery's JSON object with its members as Instantly names them. */
public record InstantlyPayload(JsonObjectText json) {
    public static Reading<InstantlyPayload> read(Unit unit) {
        return switch (unit) {
            case Unit.Whole whole -> read(whole.bytes());
            case Unit.Read read -> Reading.good(new InstantlyPayload(read.json()));
            case Unit.TooLarge _ -> Reading.rejected(QuarantineReason.TOO_LARGE, "");
        };
    }

    public static Reading<InstantlyPayload> read(Bytes bytes) {
        try {
            return StrictJson.DOCUMENT
                    .readObject(bytes)
                    .map(object -> Reading.good(new InstantlyPayload(object)))
                    .orElseGet(() -> Reading.rejected(QuarantineReason.NOT_AN_OBJECT, ""));
        } catch (MalformedJson e) {
            return Reading.rejected(QuarantineReason.MALFORMED_JSON, String.valueOf(e.getMessage()));
        }
    }

    String raw() {
        return json.text();
    }

    Optional<Scalar> member(PayloadField field) {
        return Optional.ofNullable(json.members().get(field.label()));
    }

    /** A member that counts only when it is a string, exactly as sent. */
    Optional<String> string(PayloadField field) {
        return member(field).flatMap(value -> switch (value) {
            case Scalar.Text(var text) -> Optional.of(text);
            case Scalar.Digits _ -> Optional.empty();
        });
    }

    /** An id or a text: a string as sent, a number by its digits, empty when missing or anything else. */
    String text(PayloadField field) {
        return member(field)
                .map(value -> switch (value) {
                    case Scalar.Text(var text) -> Texts.wellFormed(text);
                    case Scalar.Digits(var written) -> written;
                })
                .orElse("");
    }

    /** A usable e-mail address, normalised; empty when there is none. */
    String address(PayloadField field) {
        return string(field).flatMap(EmailAddress::parse).orElse("");
    }
}
