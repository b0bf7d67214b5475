package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Patience;
import io.salesbrain.simulator.delivery.Receiver;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Our answers against Instantly's own description of its API, for those who have the file; it is not part of this project. */
@EnabledIfEnvironmentVariable(named = "INSTANTLY_OPENAPI", matches = ".+")
class OpenApiShapesTest {
    private static final String HOOKS = "/api/v2/webhooks";
    private static final String EVENTS = "/api/v2/webhook-events";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Test
    void webhooksAndTheirEventsHaveTheDescribedShapes() throws Exception {
        OpenApi description = new OpenApi(Path.of(System.getenv("INSTANTLY_OPENAPI")));
        Habits habits = Habits.NASTY.withPatience(new Patience(30, Duration.ofMinutes(1)));
        try (SimulatorServer server = SimulatorServer.start("127.0.0.1", 0, 3, habits);
                ApiClient api = new ApiClient(server, "key-of-shapes");
                Receiver receiver = new Receiver(request -> request > 200 ? 500 : 202)) {
            String campaign = api.get("/campaigns").at("/items/0/id").asText();
            JsonNode full = api.good(
                    "POST",
                    "/webhooks",
                    "{\"target_hook_url\":\"" + receiver.url()
                            + "\",\"name\":\"One\",\"event_type\":null,\"custom_interest_value\":12,\"campaign\":\""
                            + campaign
                            + "\",\"headers\":{\"X-Secret\":\"s\"}}");
            assertThat(description.faults("post", HOOKS, full)).isEmpty();
            String own = "/webhooks/" + full.path("id").asText();
            JsonNode patched = api.good(
                    "PATCH", own, "{\"event_type\":\"all_events\",\"campaign\":null,\"custom_interest_value\":null}");
            assertThat(description.faults("patch", HOOKS + "/{id}", patched)).isEmpty();

            await().atMost(LONG_ENOUGH).until(() -> api.get(own).path("status").asInt() == -1);
            JsonNode disabled = api.get(own);
            assertThat(disabled.has("timestamp_error")).isTrue();
            assertThat(description.faults("get", HOOKS + "/{id}", disabled)).isEmpty();
            assertThat(description.faults("get", HOOKS, api.get("/webhooks"))).isEmpty();
            assertThat(description.faults("get", HOOKS + "/event-types", api.get("/webhooks/event-types")))
                    .isEmpty();
            assertThat(description.faults("post", HOOKS + "/{id}/test", api.good("POST", own + "/test", "")))
                    .isEmpty();

            for (String query : new String[] {"?limit=100", "?limit=100&success=false", "?limit=100&success=true"}) {
                JsonNode page = api.get("/webhook-events" + query);
                assertThat(page.path("items").size()).isPositive();
                assertThat(description.faults("get", EVENTS, page)).isEmpty();
            }
            JsonNode event = api.get("/webhook-events?limit=1").at("/items/0");
            assertThat(description.faults(
                            "get",
                            EVENTS + "/{id}",
                            api.get("/webhook-events/" + event.path("id").asText())))
                    .isEmpty();
            for (String summary : new String[] {"/summary", "/summary-by-date"}) {
                assertThat(description.faults("get", EVENTS + summary, api.get("/webhook-events" + summary)))
                        .isEmpty();
            }

            JsonNode resumed = api.good("POST", own + "/resume", "");
            assertThat(description.faults("post", HOOKS + "/{id}/resume", resumed))
                    .isEmpty();
            assertThat(description.faults("delete", HOOKS + "/{id}", api.good("DELETE", own, "")))
                    .isEmpty();
        }
    }
}
