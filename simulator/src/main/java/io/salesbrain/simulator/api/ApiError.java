package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.util.OptionalLong;

/** A refusal in the shape Instantly gives it. */
final class ApiError extends RuntimeException {
    private final HttpStatus status;
    private final transient OptionalLong retryAfterSeconds;

    ApiError(HttpStatus status, String message) {
        this(status, message, OptionalLong.empty());
    }

    ApiError(HttpStatus status, String message, long retryAfterSeconds) {
        this(status, message, OptionalLong.of(retryAfterSeconds));
    }

    private ApiError(HttpStatus status, String message, OptionalLong retryAfterSeconds) {
        super(message);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    int statusCode() {
        return status.getCode();
    }

    OptionalLong retryAfterSeconds() {
        return retryAfterSeconds;
    }

    ObjectNode body() {
        return body(status, String.valueOf(getMessage()));
    }

    static ObjectNode body(HttpStatus status, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("statusCode", status.getCode())
                .put("error", status.getMessage())
                .put("message", message);
    }
}
