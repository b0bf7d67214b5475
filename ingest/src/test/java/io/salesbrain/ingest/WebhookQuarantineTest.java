package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.QuarantineReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is set aside, and what the sender is told of it. */
@ExtendWith(SharedWebhook.class)
class WebhookQuarantineTest {
    private final WebhookFixture fixture;

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
}
