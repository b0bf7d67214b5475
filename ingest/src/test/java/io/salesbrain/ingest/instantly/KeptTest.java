package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.ACME;
import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Json;
import io.salesbrain.events.ReplyContent;
import org.junit.jupiter.api.Test;

/** What an event carries besides. */
class KeptTest {
    @Test
    void onlyTheTwoReplyTypesCarryAReply() {
        for (var type : EventType.values()) {
            var json = with(type.label(), "reply_text", "\"Sounds good\"");
            boolean isReply = type == EventType.REPLY_RECEIVED || type == EventType.AUTO_REPLY_RECEIVED;
            assertThat(good(json).reply()).isEqualTo(isReply ? new ReplyContent("", "Sounds good", "", "") : null);
        }
    }

    @Test
    void unknownFieldsAreKeptInTheTextAsSent() throws JsonProcessingException {
        var json =
                "{ \"event_type\" : \"email_sent\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"lead_email\":\"a@example.com\","
                        + "\"Firma \\u00dc\":{\"deep\":[1.50,null]},\"big\":" + "9".repeat(5000) + ",\""
                        + "k".repeat(60_000) + "\":1}";
        var event = good(json);
        assertThat(event.raw()).isEqualTo(json);
        var stored = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(event), Event.class);
        assertThat(stored).isEqualTo(event);
    }

    @Test
    void whatIsStoredHasTheIdentityItWasGivenAnIdFor() {
        var event = good(with("my \ud83d\ude00 \\ud800", "campaign_id", "\"c\\udfff\""));
        assertThat(EventId.of(ACME, event.identity())).isEqualTo(event.eventId());
        assertThat(event.campaignId()).isEqualTo("c\uFFFD");
    }
}
