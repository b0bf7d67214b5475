package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/** How a test delivery was answered. */
public record WebhookTest(boolean success, OptionalInt statusCode, String error) {
    static WebhookTest of(JsonNode json) {
        var fields = new Fields(json);
        return new WebhookTest(
                fields.flag("success"),
                fields.number("status_code"),
                fields.optionalText("error").orElseGet(() -> fields.text("message")));
    }
}
