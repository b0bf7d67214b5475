package io.salesbrain.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.salesbrain.events.Json;
import io.salesbrain.events.Timestamps;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a request's JSON object; what is no object is a 400, a field that is wrong a 422 that names it. */
public final class Body {
    private static final int MAX_BYTES = 64 << 10;
    private static final int MAX_TEXT = 300;

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    public static Body of(Context ctx) {
        var body = parse(read(ctx));
        AuditLog.keep(ctx, body.object);
        return body;
    }

    /** What was read elsewhere. */
    public static Body of(ObjectNode object) {
        return new Body(object);
    }

    /** For requests that need not say anything: empty where there is no body. */
    public static Optional<Body> optional(Context ctx) {
        var body = Optional.of(read(ctx)).filter(bytes -> bytes.length > 0).map(Body::parse);
        body.ifPresent(found -> AuditLog.keep(ctx, found.object));
        return body;
    }

    private static byte[] read(Context ctx) {
        return bytes(ctx, MAX_BYTES);
    }

    /** The body as it came, where a route has a limit of its own. */
    public static byte[] bytes(Context ctx, int maxBytes) {
        try (var in = ctx.bodyInputStream()) {
            // The server's limit is made for webhooks in bulk.
            var bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw ApiException.tooLarge("The body of this request has at most " + maxBytes + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw (ApiException)
                    ApiException.badRequest("The body ended too early.").initCause(e);
        }
    }

    private static Body parse(byte[] bytes) {
        try {
            var parsed = Json.STRICT.readTree(bytes);
            if (parsed != null && parsed.isObject()) {
                return new Body(parsed);
            }
        } catch (IOException | NumberFormatException e) {
            // The latter for a well-formed number with an exponent that no BigDecimal can hold.
            var failure = ApiException.badRequest(
                    "The body is not well-formed JSON, or a number in it is beyond all measure.");
            failure.initCause(e);
            throw failure;
        }
        throw ApiException.badRequest("The body is a JSON object.");
    }

    /** Whether the field is there with a value. */
    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** Whether the field is there, be it with a value or null. */
    public boolean mentions(String field) {
        return object.has(field);
    }

    /** True or false, which must be there. */
    public boolean requiredFlag(String field) {
        if (!has(field)) {
            throw ApiException.badField(field, field + " is true or false.");
        }
        return flag(field);
    }

    /** The objects of a list that must be there. */
    public List<Body> objects(String field, int mostItems) {
        var value = object.get(field);
        if (value == null || !value.isArray() || value.size() > mostItems) {
            throw ApiException.badField(field, field + " is a list of at most " + mostItems + " objects.");
        }
        var objects = new ArrayList<Body>();
        for (var item : value) {
            if (!item.isObject()) {
                throw ApiException.badField(field, field + " is a list of objects.");
            }
            objects.add(new Body(item));
        }
        return objects;
    }

    /** A text that must be there. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> ApiException.badField(field, field + " is missing."));
    }

    /** A text, trimmed; empty where absent, null or blank. */
    public Optional<String> optionalText(String field) {
        var value = object.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ApiException.badField(field, field + " is a text.");
        }
        var text = value.textValue().strip();
        if (text.length() > MAX_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw ApiException.badField(field, field + " has at most " + MAX_TEXT + " characters and no controls.");
        }
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** A text of several lines that must be there. */
    public String longText(String field, int maxLength) {
        var value = object.get(field);
        var text = value != null && value.isTextual() ? value.textValue().strip() : "";
        boolean hasControls =
                text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        if (text.isEmpty() || text.length() > maxLength || hasControls) {
            throw ApiException.badField(
                    field, field + " is a text of 1 to " + maxLength + " characters without controls but line breaks.");
        }
        return text;
    }

    /** A list of texts, each trimmed; empty where absent or null. */
    public List<String> texts(String field, int maxCount) {
        var value = object.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > maxCount) {
            throw ApiException.badField(field, field + " is a list of at most " + maxCount + " texts.");
        }
        var texts = new ArrayList<String>();
        for (var element : value) {
            if (!element.isTextual() || element.textValue().length() > MAX_TEXT) {
                throw ApiException.badField(
                        field, field + " is a list of texts of at most " + MAX_TEXT + " characters.");
            }
            texts.add(element.textValue().strip());
        }
        return texts;
    }

    /** True or false; false where absent or null. */
    public boolean flag(String field) {
        var value = object.get(field);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw ApiException.badField(field, field + " is true or false.");
        }
        return value.booleanValue();
    }

    /** A number, or a text that is one, exactly as written. */
    public BigDecimal decimal(String field) {
        var value = object.get(field);
        if (value == null || value.isNull()) {
            throw ApiException.badField(field, field + " is missing.");
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isTextual() && value.textValue().matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
            return new BigDecimal(value.textValue());
        }
        throw ApiException.badField(field, field + " is a decimal number, best written as a text such as \"149.90\".");
    }

    public Instant time(String field) {
        return Timestamps.parse(text(field))
                .orElseThrow(() -> ApiException.badField(
                        field, field + " is a time in RFC 3339 with an offset, such as 2026-01-31T12:00:00Z."));
    }

    /** A JSON number without a fraction; empty where absent or null. */
    public Optional<Integer> optionalWholeNumber(String field, int least, int most) {
        var value = object.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most) {
            return Optional.of(value.intValue());
        }
        throw ApiException.badField(field, field + " is a whole number from " + least + " to " + most + ".");
    }

    /** A list of texts that must be there, each exactly as written. */
    public List<String> texts(String field, int maxItems, int maxLength) {
        var value = object.get(field);
        if (value == null || !value.isArray() || value.size() > maxItems) {
            throw ApiException.badField(field, field + " is a list of at most " + maxItems + " texts.");
        }
        var texts = new ArrayList<String>();
        for (var item : value) {
            var text = item.isTextual() ? item.textValue() : "";
            if (text.isBlank() || text.length() > maxLength || text.codePoints().anyMatch(Character::isISOControl)) {
                throw ApiException.badField(
                        field,
                        "Each of " + field + " is a text of 1 to " + maxLength + " characters without controls.");
            }
            texts.add(text);
        }
        return texts;
    }
}
