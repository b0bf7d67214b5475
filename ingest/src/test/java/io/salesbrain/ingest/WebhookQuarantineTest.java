package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.raw;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.ingest.body.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is set aside, what the sender is told of it, and that it can be tried again. */
@ExtendWith(SharedWebhook.class)
class WebhookQuarantineTest {
    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookQuarantineTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void listsAThousandReasonsAndCountsTheRest() {
        var response = fixture.post(NDJSON, "1\n".repeat(1003));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/quarantined").asInt()).isEqualTo(1003);
        assertThat(json(response).at("/reasons")).hasSize(1000);
        assertThat(json(response).at("/reasons_omitted").asInt()).isEqualTo(3);
    }

    @Test
    void quarantineKeepsHeadersButNoCredentials() {
        var request = fixture.request(
                        JSON, "{\"event_type\":\"email_sent\",\"mark\":\"headers\"}".getBytes(StandardCharsets.UTF_8))
                .header("User-Agent", "axios/0.21.4")
                .header("Cookie", "a=b")
                .header("X-Api-Key", "k")
                .header("X-My-Secret", "s")
                .header("X-Access-Token", "t");
        assertThat(fixture.send(request).statusCode()).isEqualTo(202);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains("\"mark\":\"headers\""))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.organizationId()).isEqualTo(WebhookFixture.ACME);
                    assertThat(set.reason()).isEqualTo(QuarantineReason.UNREADABLE_TIMESTAMP);
                    assertThat(set.headers())
                            .containsEntry("user-agent", "axios/0.21.4")
                            .doesNotContainKeys(
                                    "authorization", "cookie", "x-api-key", "x-my-secret", "x-access-token");
                });
    }

    @Test
    void aQuarantinedDeliveryCanBeTriedAgain() {
        var id = campaign + "-replayed";
        var sound = Bytes.of(sent(id, "again@example.com").getBytes(StandardCharsets.UTF_8));
        var arrival = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(fixture.app.replay(set(sound, sound.length(), arrival))).isEqualTo(new ReplayOutcome(1, 0));
        assertThat(fixture.app.replay(set(sound, sound.length() + 1, arrival))).isEqualTo(new ReplayOutcome(0, 1));
        var bad = Bytes.of("[1,{}]".getBytes(StandardCharsets.UTF_8));
        assertThat(fixture.app.replay(set(bad, bad.length(), arrival))).isEqualTo(new ReplayOutcome(0, 2));
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id)).singleElement().satisfies(event -> {
            assertThat(event.receivedAt()).isEqualTo(arrival);
            assertThat(event.flags()).containsExactly(EventFlag.CLAMPED);
        });
    }

    private static Quarantined set(Bytes raw, long sizeBytes, Instant receivedAt) {
        return new Quarantined(
                "q",
                WebhookFixture.ACME,
                QuarantineReason.MISSING_LEAD_EMAIL,
                "",
                0,
                raw.base64(),
                sizeBytes,
                raw.sha256(),
                Map.of(),
                receivedAt);
    }
}
