package io.salesbrain.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every failed request gets. */
@Says("What every failed request gets.")
public record ErrorView(@Says("What went wrong.") Failure error) {
    /** One sentence for people, one word for programs. */
    @Says("One word for programs, one sentence for people.")
    public record Failure(
            @Says("Stays the same whatever the message says.")
            @Bounds(
                    oneOf = {
                        "bad_request",
                        "bad_parameter",
                        "unauthorized",
                        "forbidden",
                        "not_found",
                        "method_not_allowed",
                        "request_timeout",
                        "conflict",
                        "replay_running",
                        "no_connection",
                        "too_large",
                        "unsupported_media_type",
                        "invalid_field",
                        "invalid_lines",
                        "too_many_requests",
                        "internal_error",
                        "unavailable"
                    })
            String code,

            @Says("What is wrong and what would be right, in English; not to be parsed.")
            String message,

            @Says("Which parameter or field it is about, or which lines; left out where there is nothing to name.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, Object> details) {}
}
