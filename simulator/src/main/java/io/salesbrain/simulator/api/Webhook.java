package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.delivery.Outgoing;
import io.salesbrain.simulator.delivery.Target;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A registered webhook: which events of which campaign go where. */
record Webhook(
        UUID id, Optional<String> name, Target target, String eventType, Optional<String> campaign, Instant created) {
    static final String ALL_EVENTS = "all_events";

    /** What can be subscribed to. Payloads name some of it differently, and know more than this. */
    static final List<String> EVENT_TYPES = List.of(
            ALL_EVENTS,
            "email_sent",
            "email_opened",
            "email_link_clicked",
            "reply_received",
            "email_bounced",
            "lead_unsubscribed",
            "campaign_completed",
            "account_error",
            "lead_neutral",
            "lead_interested",
            "lead_not_interested",
            "lead_meeting_booked",
            "lead_meeting_completed",
            "lead_closed",
            "lead_out_of_office",
            "lead_wrong_person",
            "lead_no_show",
            "supersearch_enrichment_completed");

    private static final int ACTIVE = 1;

    static Webhook from(JsonNode body, UUID id, Instant now) {
        if (!body.isObject()) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "body must be object");
        }
        Map<String, String> headers = new HashMap<>();
        body.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        String eventType = text(body, "event_type").orElse(ALL_EVENTS);
        if (!EVENT_TYPES.contains(eventType)) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "body/event_type must be equal to one of the allowed values");
        }
        return new Webhook(id, text(body, "name"), target(body, headers), eventType, text(body, "campaign"), now);
    }

    boolean wants(Outgoing event) {
        boolean ofCampaign = campaign.isEmpty() || campaign.get().equals(event.campaignId());
        return ofCampaign && (eventType.equals(ALL_EVENTS) || eventType.equals(subscription(event.eventType())));
    }

    ObjectNode view(UUID workspaceId) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("organization", workspaceId.toString())
                .put("timestamp_created", created.toString())
                .put("target_hook_url", target.url().toString())
                .put("event_type", eventType)
                .put("status", ACTIVE);
        name.ifPresent(value -> view.put("name", value));
        campaign.ifPresent(value -> view.put("campaign", value));
        ObjectNode headers = view.putObject("headers");
        target.headers().forEach(headers::put);
        return view;
    }

    private static String subscription(String payloadType) {
        return switch (payloadType) {
            case "link_clicked" -> "email_link_clicked";
            case "auto_reply_received" -> "reply_received";
            default -> payloadType;
        };
    }

    private static Optional<String> text(JsonNode body, String field) {
        return body.path(field).isTextual() ? Optional.of(body.path(field).textValue()) : Optional.empty();
    }

    private static Target target(JsonNode body, Map<String, String> headers) {
        String url = text(body, "target_hook_url")
                .orElseThrow(() ->
                        new ApiError(HttpStatus.BAD_REQUEST, "body must have required property 'target_hook_url'"));
        try {
            return new Target(URI.create(url), headers);
        } catch (IllegalArgumentException e) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "body/target_hook_url must match format \"uri\"");
        }
    }
}
