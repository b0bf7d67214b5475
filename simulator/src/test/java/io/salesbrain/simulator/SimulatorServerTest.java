package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesbrain.simulator.delivery.Receiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SimulatorServer server = SimulatorServer.start(0, 42);

    @BeforeAll
    void itTookAFreePort() {
        assertThat(server.port()).isPositive();
    }

    @AfterAll
    void stop() {
        server.close();
        http.shutdownNow();
    }

    @Test
    void anyKeyNamesAWorkspaceAndAlwaysTheSame() throws Exception {
        JsonNode workspace = get("/workspaces/current", "key-one");
        assertThat(workspace).isEqualTo(get("/workspaces/current", "key-one"));
        assertThat(workspace.path("id"))
                .isNotEqualTo(get("/workspaces/current", "key-two").path("id"));
        assertThat(workspace.path("name").asText()).isNotBlank();
    }

    @Test
    void withoutAKeyNothingIsShown() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/campaigns")).GET());
        assertThat(answer.statusCode()).isEqualTo(401);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.path("statusCode").asInt()).isEqualTo(401);
        assertThat(error.path("error").asText()).isEqualTo("Unauthorized");
        assertThat(error.path("message").asText()).isEqualTo("Invalid API key");
    }

    @Test
    void campaignsComeInPagesWithTheirNumbers() throws Exception {
        JsonNode all = get("/campaigns?limit=100", "key-one").path("items");
        List<JsonNode> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/campaigns?limit=1&starting_after=" + after, "key-one");
            page.path("items").forEach(paged::add);
            after = page.path("next_starting_after").asText();
        } while (!after.isEmpty());
        assertThat(paged).hasSize(all.size()).hasSizeBetween(2, 4).isEqualTo(list(all));
        assertThat(paged)
                .extracting(campaign -> campaign.path("status").asInt())
                .containsOnly(1, 3);
        JsonNode first = paged.getFirst();
        assertThat(get("/campaigns/" + first.path("id").asText(), "key-one")).isEqualTo(first);
        assertThat(first.at("/sequences/0/steps/0/variants/0/subject").asText()).isNotBlank();
        assertThat(first.at("/campaign_schedule/schedules/0/timezone").asText()).contains("/");
    }

    @Test
    void accountsAreKeyedByAddressAndPagedByAnotherCursor() throws Exception {
        JsonNode page = get("/accounts?limit=2", "key-one");
        assertThat(page.path("items")).hasSize(2);
        String cursor = page.path("next_starting_after").asText();
        assertThat(cursor).contains("&").endsWith(page.at("/items/1/email").asText());
        JsonNode rest = get("/accounts?limit=100&starting_after=" + cursor.replace("&", "%26"), "key-one");
        assertThat(rest.path("items")).isNotEmpty();
        assertThat(rest.has("next_starting_after")).isFalse();
        assertThat(page.at("/items/0/provider_code").isInt()).isTrue();
        assertThat(page.at("/items/0/status").asInt()).isIn(1, -3);
    }

    @Test
    void analyticsAreAPlainArrayOfCounts() throws Exception {
        JsonNode rows = get("/campaigns/analytics", "key-one");
        assertThat(rows.isArray()).isTrue();
        JsonNode ended = rows.path(0);
        assertThat(ended.path("emails_sent_count").asInt())
                .isGreaterThan(ended.path("leads_count").asInt());
        assertThat(ended.path("open_count").asInt())
                .isGreaterThan(ended.path("open_count_unique").asInt());
        assertThat(ended.path("reply_count_unique").asInt()).isPositive();
        String id = ended.path("campaign_id").asText();
        assertThat(get("/campaigns/analytics?id=" + id, "key-one")).hasSize(1).containsExactly(ended);
    }

    @Test
    void aRegisteredWebhookIsToldTheStoryUntilItIsDeleted() throws Exception {
        try (Receiver receiver = Receiver.accepting()) {
            String body = "{\"target_hook_url\":\"" + receiver.url()
                    + "\",\"event_type\":\"email_link_clicked\",\"headers\":{\"Authorization\":\"Bearer mine\"}}";
            HttpResponse<String> created =
                    send(request("/webhooks", "key-hooks").POST(BodyPublishers.ofString(body)));
            assertThat(created.statusCode()).isEqualTo(200);
            JsonNode webhook = JSON.readTree(created.body());
            assertThat(webhook.path("status").asInt()).isEqualTo(1);
            assertThat(get("/webhooks", "key-hooks").path("items")).containsExactly(webhook);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> receiver.received().size() > 50);
            assertThat(receiver.received()).allSatisfy(request -> {
                assertThat(request.headers().get("Authorization")).containsExactly("Bearer mine");
                assertThat(JSON.readTree(request.body()).path("event_type").asText())
                        .isIn("link_clicked", "email_link_clicked", "email_clicked");
            });

            String id = webhook.path("id").asText();
            assertThat(send(request("/webhooks/" + id, "key-hooks").DELETE()).statusCode())
                    .isEqualTo(200);
            assertThat(get("/webhooks", "key-hooks").path("items")).isEmpty();
            assertThat(send(request("/webhooks/" + id, "key-hooks").DELETE()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void wrongRequestsAreRefusedInInstantlysShape() throws Exception {
        assertRefused(
                request("/campaigns?limit=101", "k").GET(), 400, "querystring/limit must be an integer from 1 to 100");
        assertRefused(request("/campaigns/nope", "k").GET(), 404, "Campaign not found");
        assertRefused(request("/nothing", "k").GET(), 404, "Route GET:/api/v2/nothing not found");
        assertRefused(request("/webhooks", "k").POST(BodyPublishers.ofString("{")), 400, "Body is not valid JSON");
        assertRefused(
                request("/webhooks", "k").POST(BodyPublishers.ofString("{}")),
                400,
                "body must have required property 'target_hook_url'");
        assertRefused(
                request("/webhooks", "k").POST(BodyPublishers.ofString("{\"target_hook_url\":\"ftp://example.com\"}")),
                400,
                "body/target_hook_url must match format \"uri\"");
    }

    private void assertRefused(HttpRequest.Builder request, int status, String message) throws Exception {
        HttpResponse<String> answer = send(request);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error.path("statusCode").asInt()).isEqualTo(status);
        assertThat(error.path("message").asText()).isEqualTo(message);
    }

    private JsonNode get(String path, String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path, key).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/api/v2" + path);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }
}
