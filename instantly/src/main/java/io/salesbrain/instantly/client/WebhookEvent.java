package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One try of a delivery, as Instantly keeps them.
 *
 * @param payload what was or should have been sent
 * @param retried whether a later try of the same delivery went well, where that is decided
 */
public record WebhookEvent(
        String id,
        Optional<Instant> createdAt,
        boolean success,
        boolean willRetry,
        Optional<Boolean> retried,
        String url,
        JsonNode payload) {
    static WebhookEvent of(JsonNode json) {
        var fields = new Fields(json);
        return new WebhookEvent(
                fields.text("id"),
                fields.time("timestamp_created"),
                fields.flag("success"),
                fields.flag("will_retry"),
                json.path("retry_successful").isBoolean()
                        ? Optional.of(fields.flag("retry_successful"))
                        : Optional.empty(),
                fields.text("webhook_url"),
                json.path("payload"));
    }

    /** Nobody took it and nobody will try again. */
    public boolean isLost() {
        return !success && !willRetry && !retried.orElse(false);
    }
}
