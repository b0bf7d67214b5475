package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Receiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The limits of the real API, and that pausing has the effect it has there. */
class ApiLimitsTest {
    @Test
    void theUniboxAnswersTwentyTimesAMinute() throws Exception {
        try (SimulatorServer server = SimulatorServer.start(0, 5);
                ApiClient api = new ApiClient(server, "key-of-limits")) {
            for (int i = 0; i < 20; i++) {
                api.get("/emails?limit=1");
            }
            api.refused("GET", "/emails", "", 429, "Rate limit exceeded, retry later");
        }
    }

    @Test
    void aHundredASecondAndThenRetryAfter() throws Exception {
        try (SimulatorServer server = SimulatorServer.start(0, 5);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/api/v2/workspaces/current"))
                    .header("Authorization", "Bearer key-of-limits")
                    .build();
            http.send(request, BodyHandlers.ofString());
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                answers.add(http.sendAsync(request, BodyHandlers.ofString()));
            }
            List<HttpResponse<String>> refused = answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
            assertThat(refused).isNotEmpty();
            assertThat(refused.getFirst().headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.getFirst().body()).contains("\"statusCode\":429");
        }
    }

    @Test
    void aPausedCampaignSendsNothing() throws Exception {
        try (SimulatorServer server = SimulatorServer.start("127.0.0.1", 0, 5, Habits.PERFECT);
                ApiClient api = new ApiClient(server, "key-of-pause");
                Receiver receiver = Receiver.accepting()) {
            for (JsonNode campaign : api.everything("/campaigns")) {
                api.good("POST", "/campaigns/" + campaign.path("id").asText() + "/pause", "");
            }
            long before = sent(api);
            api.good("POST", "/webhooks", "{\"target_hook_url\":\"" + receiver.url() + "\"}");
            long opens = opens(api);
            await().atMost(Duration.ofSeconds(60)).until(() -> opens(api) > opens);
            assertThat(sent(api)).isEqualTo(before);
        }
    }

    private static long sent(ApiClient api) throws Exception {
        return api.get("/campaigns/analytics/overview")
                .path("emails_sent_count")
                .asLong();
    }

    private static long opens(ApiClient api) throws Exception {
        return api.get("/campaigns/analytics/overview").path("open_count").asLong();
    }
}
