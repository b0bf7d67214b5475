package io.salesbrain.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** What the routes have in common: reading a request, writing an answer. */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    static JsonNode body(Context context) {
        try {
            return JSON.readTree(context.body());
        } catch (JsonProcessingException e) {
            throw badRequest("Body is not valid JSON");
        }
    }

    static void answer(Context context, JsonNode body) {
        try {
            context.contentType("application/json").result(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON could not be written down.", e);
        }
    }

    /** A day of UTC in the query. */
    static Optional<LocalDate> day(Context context, String name) {
        try {
            return Optional.ofNullable(context.queryParam(name)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw badRequest("querystring/" + name + " must match format \"date\"");
        }
    }

    /** Empty when it is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ApiError badRequest(String message) {
        return new ApiError(HttpStatus.BAD_REQUEST, message);
    }
}
