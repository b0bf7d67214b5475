package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Patience;
import io.salesbrain.simulator.delivery.Receiver;
import io.salesbrain.testkit.InstantlyOpenApi;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Our answers against Instantly's own description of its API, for those who have the file; it is not part of this project. */
class OpenApiShapesTest {
    private static final String HOOKS = "/api/v2/webhooks";
    private static final String EVENTS = "/api/v2/webhook-events";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Test
    void webhooksAndTheirEventsHaveTheDescribedShapes() throws Exception {
        InstantlyOpenApi description = description();
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
            assertThat(description.answerFaults("post", HOOKS, full)).isEmpty();
            String own = "/webhooks/" + full.path("id").asText();
            JsonNode patched = api.good(
                    "PATCH", own, "{\"event_type\":\"all_events\",\"campaign\":null,\"custom_interest_value\":null}");
            assertThat(description.answerFaults("patch", HOOKS + "/{id}", patched))
                    .isEmpty();

            await().atMost(LONG_ENOUGH).until(() -> api.get(own).path("status").asInt() == -1);
            JsonNode disabled = api.get(own);
            assertThat(disabled.has("timestamp_error")).isTrue();
            assertThat(description.answerFaults("get", HOOKS + "/{id}", disabled))
                    .isEmpty();
            assertThat(description.answerFaults("get", HOOKS, api.get("/webhooks")))
                    .isEmpty();
            assertThat(description.answerFaults("get", HOOKS + "/event-types", api.get("/webhooks/event-types")))
                    .isEmpty();
            assertThat(description.answerFaults("post", HOOKS + "/{id}/test", api.good("POST", own + "/test", "")))
                    .isEmpty();

            for (String query : new String[] {"?limit=100", "?limit=100&success=false", "?limit=100&success=true"}) {
                JsonNode page = api.get("/webhook-events" + query);
                assertThat(page.path("items").size()).isPositive();
                assertThat(description.answerFaults("get", EVENTS, page)).isEmpty();
            }
            JsonNode event = api.get("/webhook-events?limit=1").at("/items/0");
            assertThat(description.answerFaults(
                            "get",
                            EVENTS + "/{id}",
                            api.get("/webhook-events/" + event.path("id").asText())))
                    .isEmpty();
            for (String summary : new String[] {"/summary", "/summary-by-date"}) {
                assertThat(description.answerFaults("get", EVENTS + summary, api.get("/webhook-events" + summary)))
                        .isEmpty();
            }

            JsonNode resumed = api.good("POST", own + "/resume", "");
            assertThat(description.answerFaults("post", HOOKS + "/{id}/resume", resumed))
                    .isEmpty();
            assertThat(description.answerFaults("delete", HOOKS + "/{id}", api.good("DELETE", own, "")))
                    .isEmpty();
        }
    }

    @Test
    void everythingElseHasTheDescribedShapes() throws Exception {
        InstantlyOpenApi description = description();
        try (SimulatorServer server = SimulatorServer.start("127.0.0.1", 0, 3, Habits.PERFECT);
                ApiClient api = new ApiClient(server, "key-of-shapes")) {
            Shapes shapes = new Shapes(description, api);
            shapes.check("get", "/workspaces/current", "/workspaces/current", "");
            campaigns(shapes, api);
            String account = shapes.check("get", "/accounts", "/accounts?limit=100", "")
                    .at("/items/0/email")
                    .asText();
            shapes.check("get", "/accounts/{email}", "/accounts/" + account, "");
            shapes.check("post", "/accounts/{email}/pause", "/accounts/" + account + "/pause", "");
            shapes.check("post", "/accounts/{email}/resume", "/accounts/" + account + "/resume", "");
            shapes.check("get", "/accounts/analytics/daily", "/accounts/analytics/daily", "");
            shapes.check(
                    "post",
                    "/accounts/warmup-analytics",
                    "/accounts/warmup-analytics",
                    "{\"emails\":[\"" + account + "\"]}");
            leads(shapes, api);
            for (String type : new String[] {"sent", "received"}) {
                JsonNode mails = shapes.check("get", "/emails", "/emails?limit=100&email_type=" + type, "");
                assertThat(mails.path("items").size()).isPositive();
            }
            String mail =
                    api.get("/emails?email_type=received").at("/items/0/id").asText();
            shapes.check("get", "/emails/{id}", "/emails/" + mail, "");
            shapes.check("get", "/emails/unread/count", "/emails/unread/count", "");
            shapes.check(
                    "post",
                    "/emails/reply",
                    "/emails/reply",
                    "{\"reply_to_uuid\":\"" + mail + "\",\"eaccount\":\"" + account
                            + "\",\"subject\":\"Re: you\",\"body\":{\"text\":\"Gladly.\"}}");
        }
    }

    private static void campaigns(Shapes shapes, ApiClient api) throws Exception {
        JsonNode campaigns = shapes.check("get", "/campaigns", "/campaigns?limit=100", "");
        String id = campaigns.at("/items/1/id").asText();
        shapes.check("get", "/campaigns/{id}", "/campaigns/" + id, "");
        shapes.check("post", "/campaigns/{id}/pause", "/campaigns/" + id + "/pause", "");
        assertThat(api.get("/campaigns/" + id).path("status").asInt()).isEqualTo(2);
        shapes.check("post", "/campaigns/{id}/activate", "/campaigns/" + id + "/activate", "");
        shapes.check("patch", "/campaigns/{id}", "/campaigns/" + id, "{\"name\":\"Renamed\"}");
        String copy = shapes.check(
                        "post", "/campaigns/{id}/duplicate", "/campaigns/" + id + "/duplicate", "{\"name\":\"Copy\"}")
                .path("id")
                .asText();
        assertThat(api.get("/campaigns/" + copy).path("status").asInt()).isZero();
        shapes.check("delete", "/campaigns/{id}", "/campaigns/" + copy, "");
        api.refused("GET", "/campaigns/" + copy, "", 404, "Campaign not found");
        for (String figures : new String[] {"", "/overview", "/daily", "/steps"}) {
            JsonNode answer =
                    shapes.check("get", "/campaigns/analytics" + figures, "/campaigns/analytics" + figures, "");
            assertThat(answer.size()).isPositive();
        }
    }

    private static void leads(Shapes shapes, ApiClient api) throws Exception {
        String campaign = api.get("/campaigns").at("/items/0/id").asText();
        JsonNode completed = shapes.check(
                "post",
                "/leads/list",
                "/leads/list",
                "{\"campaign\":\"" + campaign + "\",\"filter\":\"FILTER_VAL_COMPLETED\",\"limit\":100}");
        assertThat(completed.path("items").size()).isPositive();
        String id = shapes.check(
                        "post",
                        "/leads",
                        "/leads",
                        "{\"campaign\":\"" + campaign + "\",\"email\":\"new@person.example\",\"first_name\":\"Ada\"}")
                .path("id")
                .asText();
        shapes.check(
                "post",
                "/leads/add",
                "/leads/add",
                "{\"campaign_id\":\"" + campaign
                        + "\",\"leads\":[{\"email\":\"two@person.example\"},{\"email\":\"nobody\"}]}");
        shapes.check("get", "/leads/{id}", "/leads/" + id, "");
        shapes.check("patch", "/leads/{id}", "/leads/" + id, "{\"phone\":\"1\"}");
        shapes.check(
                "post",
                "/leads/update-interest-status",
                "/leads/update-interest-status",
                "{\"lead_email\":\"new@person.example\",\"interest_value\":1}");
        assertThat(api.get("/leads/" + id).path("lt_interest_status").asInt()).isEqualTo(1);
        shapes.check("delete", "/leads/{id}", "/leads/" + id, "");
        String job = shapes.check(
                        "post",
                        "/leads/move",
                        "/leads/move",
                        "{\"to_campaign_id\":\"" + campaign + "\",\"campaign\":\"none\"}")
                .path("id")
                .asText();
        shapes.check("get", "/background-jobs", "/background-jobs", "");
        assertThat(shapes.check("get", "/background-jobs/{id}", "/background-jobs/" + job, "")
                        .path("status")
                        .asText())
                .isEqualTo("success");
    }

    private static InstantlyOpenApi description() throws Exception {
        Optional<InstantlyOpenApi> description = InstantlyOpenApi.find();
        Assumptions.assumeTrue(description.isPresent(), "the public OpenAPI file is not here");
        return description.orElseThrow();
    }

    /** Asks, and compares the answer with what is described. */
    private record Shapes(InstantlyOpenApi description, ApiClient api) {
        JsonNode check(String method, String route, String path, String body) throws Exception {
            JsonNode answer = api.good(method.toUpperCase(Locale.ROOT), path, body);
            assertThat(description.answerFaults(method, "/api/v2" + route, answer))
                    .as(method + " " + path)
                    .isEmpty();
            return answer;
        }
    }
}
