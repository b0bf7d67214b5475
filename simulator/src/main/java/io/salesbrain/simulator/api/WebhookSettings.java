package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.simulator.delivery.Target;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What a customer sets on a webhook: where it goes, and which events of which campaign. Without an event type it is for custom labels. */
record WebhookSettings(
        Optional<String> name,
        Target target,
        Optional<String> eventType,
        Optional<String> campaign,
        OptionalDouble customInterestValue) {
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

    private static final String URL = "target_hook_url";
    private static final Set<String> FIELDS =
            Set.of("campaign", "name", URL, "event_type", "custom_interest_value", "headers");
    private static final int MOST_HEADERS = 50;

    static WebhookSettings from(JsonNode body) {
        requireFields(body);
        if (!body.has(URL)) {
            throw Requests.badRequest("body must have required property '" + URL + "'");
        }
        return new WebhookSettings(
                text(body, "name"),
                target(url(body), headers(body)),
                body.has("event_type") ? eventType(body) : Optional.of(ALL_EVENTS),
                text(body, "campaign"),
                interestValue(body));
    }

    /** These settings with those that the body names changed; null takes one back. */
    WebhookSettings patched(JsonNode body) {
        requireFields(body);
        if (body.isEmpty()) {
            throw Requests.badRequest("body must NOT have fewer than 1 properties");
        }
        return new WebhookSettings(
                body.has("name") ? text(body, "name") : name,
                target(
                        body.has(URL) ? url(body) : target.url().toString(),
                        body.has("headers") ? headers(body) : target.headers()),
                body.has("event_type") ? eventType(body) : eventType,
                body.has("campaign") ? text(body, "campaign") : campaign,
                body.has("custom_interest_value") ? interestValue(body) : customInterestValue);
    }

    private static void requireFields(JsonNode body) {
        if (!body.isObject()) {
            throw Requests.badRequest("body must be object");
        }
        if (body.properties().stream().anyMatch(field -> !FIELDS.contains(field.getKey()))) {
            throw Requests.badRequest("body must NOT have additional properties");
        }
    }

    private static Optional<String> eventType(JsonNode body) {
        Optional<String> eventType = text(body, "event_type");
        if (eventType.filter(type -> !EVENT_TYPES.contains(type)).isPresent()) {
            throw Requests.badRequest("body/event_type must be equal to one of the allowed values");
        }
        return eventType;
    }

    private static OptionalDouble interestValue(JsonNode body) {
        JsonNode value = body.path("custom_interest_value");
        if (value.isNumber()) {
            return OptionalDouble.of(value.doubleValue());
        }
        requireNothing(value, "custom_interest_value", "number");
        return OptionalDouble.empty();
    }

    private static Map<String, String> headers(JsonNode body) {
        JsonNode headers = body.path("headers");
        if (!headers.isObject()) {
            requireNothing(headers, "headers", "object");
        }
        if (headers.size() > MOST_HEADERS) {
            throw Requests.badRequest("body/headers must NOT have more than " + MOST_HEADERS + " properties");
        }
        Map<String, String> read = new HashMap<>();
        headers.properties().forEach(header -> {
            if (!header.getValue().isTextual()) {
                throw Requests.badRequest("body/headers/" + header.getKey() + " must be string");
            }
            read.put(header.getKey(), header.getValue().textValue());
        });
        return read;
    }

    private static Optional<String> text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        requireNothing(value, field, "string");
        return Optional.empty();
    }

    private static void requireNothing(JsonNode value, String field, String type) {
        if (!value.isMissingNode() && !value.isNull()) {
            throw Requests.badRequest("body/" + field + " must be " + type + ",null");
        }
    }

    private static String url(JsonNode body) {
        if (!body.path(URL).isTextual()) {
            throw Requests.badRequest("body/" + URL + " must be string");
        }
        return body.path(URL).textValue();
    }

    private static Target target(String url, Map<String, String> headers) {
        URI parsed;
        try {
            parsed = URI.create(url);
            new Target(parsed, Map.of());
        } catch (IllegalArgumentException e) {
            throw Requests.badRequest("body/" + URL + " must match format \"uri\"");
        }
        try {
            return new Target(parsed, headers);
        } catch (IllegalArgumentException e) {
            throw Requests.badRequest("body/headers must be headers that may be sent");
        }
    }
}
