package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.ingest.limits.BodyLimits;
import io.salesbrain.ingest.limits.LoadLimits;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one organization, and one request, may take. */
class LimitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void anOrganizationThatSendsTooOftenIsToldWhenToComeAgainAndItsNeighboursAreServed() throws Exception {
        var limits = IngestConfig.DEFAULT.with(LoadLimits.DEFAULT.withRequestsPerSecond(1, 3));
        try (var fixture = new WebhookFixture(folder, limits)) {
            var neighbour = fixture.organizations.createOrganization(new OrganizationId("neighbour"), "Neighbour");
            for (int i = 0; i < 3; i++) {
                assertThat(fixture.post("application/json", "[]").statusCode()).isEqualTo(202);
            }
            var refused = fixture.post("application/json", "[]");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(json(refused).at("/error/code").asText()).isEqualTo("too_many_requests");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(fixture.count("limit", "too_many_requests")).isEqualTo(1);

            var served = fixture.send(HttpRequest.newBuilder(fixture.uri())
                    .header("Authorization", "Bearer " + neighbour.webhookSecret())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("[]")));
            assertThat(served.statusCode()).isEqualTo(202);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> fixture.post("application/json", "[]").statusCode() == 202);
        }
    }

    @Test
    void anOrganizationWithItsShareUnderWayLeavesTheOtherPlacesFree() throws Exception {
        var limits = IngestConfig.DEFAULT.with(LoadLimits.DEFAULT.withMaxRequests(2, 1));
        try (var fixture = new WebhookFixture(folder, limits);
                var slow = new SlowSender(fixture)) {
            slow.write(sent("share", "first@example.com") + "\n");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> fixture.eventsOf("share").size() == 1);
            var refused = fixture.post("application/json", "[]");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(json(refused).at("/error/code").asText()).isEqualTo("too_many_at_once");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");

            var neighbour = fixture.organizations.createOrganization(new OrganizationId("neighbour"), "Neighbour");
            var served = fixture.send(HttpRequest.newBuilder(fixture.uri())
                    .header("Authorization", "Bearer " + neighbour.webhookSecret())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("[]")));
            assertThat(served.statusCode()).isEqualTo(202);
            assertThat(slow.finish()).endsWith("{\"accepted\":1,\"quarantined\":0,\"reasons\":[]}");
        }
    }

    @Test
    void aBodyThatTricklesInIsEndedAndWhatWasReadStays() throws Exception {
        var limits = IngestConfig.DEFAULT.with(BodyLimits.DEFAULT.withPatience(Duration.ofMillis(500), 1 << 20));
        try (var fixture = new WebhookFixture(folder, limits);
                var slow = new SlowSender(fixture)) {
            slow.write(sent("trickle", "first@example.com") + "\n");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> fixture.eventsOf("trickle").size() == 1);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(PATIENCE)
                    .until(() -> {
                        if (!slow.isAnswered()) {
                            slow.write("\n");
                        }
                        return slow.isAnswered();
                    });
            var answer = slow.answer();
            assertThat(answer).startsWith("HTTP/1.1 408 ");
            assertThat(answer).contains("\"code\":\"body_too_slow\"").contains("\"accepted\":1");
            assertThat(fixture.count("limit", "body_too_slow")).isEqualTo(1);
        }
    }

    @Test
    void anUploadMuchLargerThanWhatMayWaitForTheLogGoesThrough() throws Exception {
        try (var fixture = new WebhookFixture(folder, IngestConfig.DEFAULT)) {
            var padding = "x".repeat(8 << 10);
            var lines = IntStream.range(0, 4_000)
                    .mapToObj(i -> sent("upload", "lead" + i + "@example.com")
                            .replace("email_sent", "email_sent\",\"note\":\"" + padding))
                    .collect(Collectors.joining("\n"));
            var answer = fixture.post("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
            assertThat(json(answer).path("accepted").asInt()).isEqualTo(4_000);
            fixture.awaitLog();
            assertThat(fixture.eventsOf("upload")).hasSize(4_000);
        }
    }
}
