package io.salesbrain.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.world.Campaign;
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

    static Campaign campaign(Workspace workspace, String id) {
        return workspace.campaign(id).orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Campaign not found"));
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
