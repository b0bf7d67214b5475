package io.salesbrain.ingest.instantly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Event;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.ingest.body.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Payloads of the tests, and what the dialect makes of them. */
final class Payloads {
    static final OrganizationId ACME = new OrganizationId("acme");
    static final Instant ARRIVAL = Instant.parse("2026-03-04T12:00:00.000Z");

    private Payloads() {}

    static Reading<Event> read(String json) {
        return InstantlyPayload.read(Bytes.of(json.getBytes(StandardCharsets.UTF_8)))
                .then(payload -> Dialect.identify(payload, _ -> ACME))
                .then(identified -> Dialect.normalise(identified, ARRIVAL));
    }

    static Event good(String json) {
        return switch (read(json)) {
            case Reading.Good<Event>(var event) -> event;
            case Reading.Rejected<Event> rejected -> throw new AssertionError(json + " was rejected: " + rejected);
        };
    }

    static QuarantineReason rejected(String json) {
        return switch (read(json)) {
            case Reading.Good<Event>(var event) -> throw new AssertionError(json + " was read as " + event);
            case Reading.Rejected<Event> rejected -> rejected.reason();
        };
    }

    static ObjectNode base(String eventType) {
        return Json.MAPPER
                .createObjectNode()
                .put("event_type", eventType)
                .put("timestamp", "2026-03-04T05:06:07.089Z")
                .put("campaign_id", "c1")
                .put("lead_email", "anna@example.com")
                .put("email_account", "sender@example.com");
    }

    /** A sound event with one member replaced by some JSON; null leaves the member out. */
    static String with(String eventType, String member, @Nullable String value) {
        var event = base(eventType);
        event.remove(member);
        var text = event.toString();
        return value == null ? text : text.substring(0, text.length() - 1) + ",\"" + member + "\":" + value + "}";
    }
}
