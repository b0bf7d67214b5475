package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.ACME;
import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.EventId;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.Topics;
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
    void unknownFieldsAreKeptInTheTextAsSent() {
        var json =
                "{ \"event_type\" : \"email_sent\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"lead_email\":\"a@example.com\","
                        + "\"Firma \\u00dc\":{\"deep\":[1.50,null]},\"big\":" + "9".repeat(5000) + ",\""
                        + "k".repeat(60_000) + "\":1}";
        var event = good(json);
        assertThat(event.raw()).isEqualTo(json);
        var serde = Topics.EVENTS.valueSerde();
        var stored = serde.serializer().serialize(Topics.EVENTS.name(), event);
        assertThat(serde.deserializer().deserialize(Topics.EVENTS.name(), stored))
                .isEqualTo(event);
    }

    @Test
    void whatIsStoredHasTheIdentityItWasGivenAnIdFor() {
        var event = good(with("my \ud83d\ude00 \\ud800", "campaign_id", "\"c\\udfff\""));
        assertThat(EventId.of(ACME, event.identity())).isEqualTo(event.eventId());
        assertThat(event.campaignId()).isEqualTo("c\uFFFD");
    }
}
