package io.salesbrain.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.089Z");

    private static Event event(EventType type, String leadEmail, @Nullable ReplyContent reply) {
        return new Event(
                "00ff",
                new OrganizationId("acme"),
                type,
                type.label(),
                AT.plusSeconds(900),
                AT,
                AT,
                Set.of(EventFlag.CLAMPED),
                "w",
                "c1",
                "Spring",
                leadEmail,
                "s@example.com",
                new StepVariant(1, 2, 3),
                "e1",
                reply,
                "{\"a\":\"\u00e9\ud83d\ude00\"}");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void passesThroughItsTopicUnchanged(EventType type) {
        for (var reply : Arrays.asList(null, new ReplyContent("s", "t", "h", "n"))) {
            var event = event(type, "l@example.com", reply);
            var serde = Topics.EVENTS.valueSerde();
            var bytes = serde.serializer().serialize("any", event);
            assertThat(serde.deserializer().deserialize("any", bytes)).isEqualTo(event);
        }
    }

    @Test
    void liesInTheLogAsALineOfJsonAndTheTextAsSent() {
        var event = event(EventType.EMAIL_SENT, "l@example.com", null).withRaw("{\n\"a\":\n1}");
        var serde = Topics.EVENTS.valueSerde();
        var stored = serde.serializer().serialize("any", event);
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo(Json.write(event) + "\n{\n\"a\":\n1}");
        assertThat(serde.deserializer().deserialize("any", stored)).isEqualTo(event);
    }

    @Test
    void anEventWithoutATextIsItsLineAlone() {
        var event = event(EventType.EMAIL_SENT, "l@example.com", null).withRaw("");
        var serde = Topics.EVENTS.valueSerde();
        var stored = serde.serializer().serialize("any", event);
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo(Json.write(event));
        assertThat(serde.deserializer().deserialize("any", stored)).isEqualTo(event);
    }

    @Test
    void isWrittenInSnakeCaseWithMilliseconds() throws JsonProcessingException {
        JsonNode json = Json.MAPPER.readTree(Json.write(event(EventType.EMAIL_CLICKED, "l@example.com", null)));
        assertThat(json.at("/event_id").asText()).isEqualTo("00ff");
        assertThat(json.at("/organization_id").asText()).isEqualTo("acme");
        assertThat(json.at("/type").asText()).isEqualTo("email_clicked");
        assertThat(json.at("/at").asText()).isEqualTo("2026-03-04T05:06:07.089Z");
        assertThat(json.at("/flags/0").asText()).isEqualTo("clamped");
        assertThat(json.has("raw")).isFalse();
        assertThat(json.has("subject")).isFalse();
        assertThat(json.has("identity")).isFalse();
    }

    @Test
    void concernsItsSubject() {
        assertThat(event(EventType.EMAIL_SENT, "l@example.com", null).logKey()).isEqualTo("acme/lead/l@example.com");
        assertThat(event(EventType.CAMPAIGN_PAUSED, "l@example.com", null).logKey())
                .isEqualTo("acme/campaign/c1");
        assertThat(event(EventType.CAMPAIGN_COMPLETED, "l@example.com", null).logKey())
                .isEqualTo("acme/lead/l@example.com");
        assertThat(event(EventType.CAMPAIGN_COMPLETED, "", null).logKey()).isEqualTo("acme/campaign/c1");
        assertThat(event(EventType.ACCOUNT_ERROR, "l@example.com", null).logKey())
                .isEqualTo("acme/account/s@example.com");
        assertThat(event(EventType.CUSTOM, "l@example.com", null).logKey()).isEqualTo("acme/lead/l@example.com");
        assertThat(event(EventType.CUSTOM, "", null).logKey()).isEqualTo("acme/organization");
    }

    @Test
    void typesAreNamedAsInstantlyNamesThem() {
        assertThat(EventType.named(" Link_Clicked ")).isEqualTo(EventType.EMAIL_CLICKED);
        assertThat(EventType.named("lead_unsubscribed")).isEqualTo(EventType.EMAIL_UNSUBSCRIBED);
        assertThat(EventType.named("custom")).isEqualTo(EventType.CUSTOM);
        assertThat(EventType.named("supersearch_enrichment_completed")).isEqualTo(EventType.CUSTOM);
        assertThat(List.of(EventType.values())).hasSize(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "-a", "a b", "\u00e4"})
    void anOrganizationIdHasNoSeparators(String id) {
        assertThatThrownBy(() -> new OrganizationId(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
