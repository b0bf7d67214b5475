package io.salesbrain.ingest;

import io.salesbrain.ingest.StepCounters.Step;
import java.util.Locale;
import java.util.OptionalInt;

/** Why a request as a whole is turned down: a closed list with what the sender is told. */
enum Refusal {
    MISSING_CREDENTIAL(Step.AUTHENTICATE, 401, "Send the webhook secret as 'Authorization: Bearer <secret>'."),
    UNKNOWN_CREDENTIAL(Step.AUTHENTICATE, 401, "The credential is not known."),
    WRONG_CREDENTIAL(Step.AUTHENTICATE, 403, "This path takes webhook secrets only, not API or admin keys."),
    UNSUPPORTED_TYPE(
            Step.LIMIT,
            415,
            "Send application/json, application/x-ndjson or text/plain in UTF-8 (see the API page for all types)."),
    UNSUPPORTED_ENCODING(Step.LIMIT, 415, "Content-Encoding is gzip, identity or absent."),
    BODY_TOO_LARGE(Step.LIMIT, 413, "The body is longer than this installation takes; send it in parts."),
    EVENT_TOO_LARGE(Step.LIMIT, 413, "One event has at most 1 MiB."),
    BODY_TOO_SLOW(Step.LIMIT, 408, "The body came too slowly; what had been read whole is counted."),
    TOO_MANY_REQUESTS(
            Step.LIMIT, 429, "This organization sends more requests than it may; send it again after the time named."),
    TOO_MANY_AT_ONCE(
            Step.LIMIT,
            429,
            "This organization has its share of requests under way; send it again after the time named."),
    EMPTY_BODY(Step.LIMIT, 400, "The body is empty."),
    UNREADABLE_BODY(
            Step.LIMIT, 400, "The body could not be read or unpacked to its end; what had been read whole is counted."),
    MALFORMED_JSON(
            Step.DECODE, 400, "The body is not well-formed JSON in UTF-8, has duplicate keys or more than 32 levels."),
    NOT_AN_OBJECT(Step.DECODE, 400, "The JSON is neither an object nor an array of objects."),
    BUSY(Step.LIMIT, 503, "Too many requests are under way; send it again."),
    STOPPING(Step.LIMIT, 503, "This instance is stopping; send it again."),
    LOG_UNAVAILABLE(
            Step.PUBLISH, 503, "The log did not confirm everything; send it again, what it has already counts once."),
    UNAVAILABLE(Step.PUBLISH, 503, "The request could not be served; send it again.");

    private final Step step;
    private final int status;
    private final String message;

    Refusal(Step step, int status, String message) {
        this.step = step;
        this.status = status;
        this.message = message;
    }

    /** The step that turns it down. */
    Step step() {
        return step;
    }

    int status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return message;
    }

    OptionalInt retryAfterSeconds() {
        return switch (status) {
            case 429 -> OptionalInt.of(1);
            case 503 -> OptionalInt.of(5);
            default -> OptionalInt.empty();
        };
    }
}
