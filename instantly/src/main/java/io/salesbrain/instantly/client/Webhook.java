package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A registered webhook. {@code status} is missing where Instantly does not say. */
public record Webhook(
        String id,
        String url,
        String eventType,
        String campaign,
        Optional<Code<WebhookStatus>> status,
        Optional<Instant> failedAt) {
    static Webhook of(JsonNode json) {
        var fields = new Fields(json);
        return new Webhook(
                fields.text("id"),
                fields.text("target_hook_url"),
                fields.text("event_type"),
                fields.text("campaign"),
                fields.optionalCode("status", WebhookStatus.class),
                fields.time("timestamp_error"));
    }

    public boolean isDisabled() {
        return status.filter(code -> code.code() < 0).isPresent();
    }
}
