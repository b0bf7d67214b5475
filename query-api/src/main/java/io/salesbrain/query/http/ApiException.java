package io.salesbrain.query.http;

import java.util.List;
import java.util.Map;

/** A request that gets an error as its answer; code and message are for the caller to read. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> details;

    private ApiException(int status, String code, String message, Map<String, Object> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public static ApiException badRequest(String message) {
        return new ApiException(400, "bad_request", message, Map.of());
    }

    public static ApiException badParameter(String parameter, String message) {
        return new ApiException(400, "bad_parameter", message, Map.of("parameter", parameter));
    }

    public static ApiException unauthorized() {
        return new ApiException(401, "unauthorized", "Send a valid key as \"Authorization: Bearer <key>\".", Map.of());
    }

    public static ApiException forbidden(String message) {
        return new ApiException(403, "forbidden", message, Map.of());
    }

    public static ApiException notFound(String message) {
        return new ApiException(404, "not_found", message, Map.of());
    }

    public static ApiException conflict(String message) {
        return new ApiException(409, "conflict", message, Map.of());
    }

    /** Nothing can be done at Instantly without a key. */
    public static ApiException noConnection() {
        return new ApiException(
                409,
                "no_connection",
                "Answers go out through Instantly: store an API key first (PUT /api/instantly/connection).",
                Map.of());
    }

    public static ApiException replayRunning() {
        return new ApiException(
                409, "replay_running", "Another replay is running; wait for its end and ask again.", Map.of());
    }

    public static ApiException tooLarge(String message) {
        return new ApiException(413, "too_large", message, Map.of());
    }

    public static ApiException badField(String field, String message) {
        return new ApiException(422, "invalid_field", message, Map.of("field", field));
    }

    /** @param errors of the first wrong lines: line, field, message */
    public static ApiException badLines(String message, int wrongLines, List<Map<String, Object>> errors) {
        return new ApiException(422, "invalid_lines", message, Map.of("wrong_lines", wrongLines, "errors", errors));
    }

    public static ApiException tooMany(String message) {
        return new ApiException(429, "too_many_requests", message, Map.of());
    }

    public static ApiException unavailable(String message) {
        return new ApiException(503, "unavailable", message, Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> details() {
        return details == null ? Map.of() : details;
    }
}
