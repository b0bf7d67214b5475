package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;

/** A refusal in the shape Instantly gives it. */
final class ApiError extends RuntimeException {
    private final HttpStatus status;

    ApiError(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    int statusCode() {
        return status.getCode();
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
