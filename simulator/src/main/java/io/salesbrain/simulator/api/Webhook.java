package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.delivery.Outgoing;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A registered webhook. */
record Webhook(UUID id, WebhookSettings settings, Instant created) {
    private static final int ACTIVE = 1;
    private static final int DISABLED = -1;

    Webhook with(WebhookSettings newSettings) {
        return new Webhook(id, newSettings, created);
    }

    boolean wants(Outgoing event, CustomLabels labels) {
        boolean ofCampaign =
                settings.campaign().filter(id -> !id.equals(event.campaignId())).isEmpty();
        return ofCampaign
                && settings.eventType()
                        .map(type ->
                                type.equals(WebhookSettings.ALL_EVENTS) || type.equals(subscription(event.eventType())))
                        .orElseGet(() -> labels.match(event.eventType(), settings.customInterestValue()));
    }

    /** Like the real one, without the fields that have no value. */
    ObjectNode view(UUID workspaceId, Optional<Instant> disabledAt) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("organization", workspaceId.toString())
                .put("timestamp_created", created.toString())
                .put("target_hook_url", settings.target().url().toString())
                .put("status", disabledAt.isEmpty() ? ACTIVE : DISABLED);
        disabledAt.ifPresent(at -> view.put("timestamp_error", at.toString()));
        settings.eventType().ifPresent(value -> view.put("event_type", value));
        settings.name().ifPresent(value -> view.put("name", value));
        settings.campaign().ifPresent(value -> view.put("campaign", value));
        settings.customInterestValue().ifPresent(value -> view.put("custom_interest_value", value));
        ObjectNode headers = view.putObject("headers");
        settings.target().headers().forEach(headers::put);
        return view;
    }

    private static String subscription(String payloadType) {
        return switch (payloadType) {
            case "link_clicked" -> "email_link_clicked";
            case "auto_reply_received" -> "reply_received";
            default -> payloadType;
        };
    }
}
