package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Patience;
import io.salesbrain.simulator.delivery.Receiver;
import io.salesbrain.simulator.delivery.Receiver.Received;
import io.salesbrain.simulator.delivery.Waits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks over the API: created, changed, tested, disabled by failures, resumed, and what was missed fetched afterwards. */
class WebhookLifeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Habits HABITS = Habits.PERFECT
            .withPatience(new Patience(5, Duration.ofMinutes(1)))
            .withWaits(new Waits(
                    Duration.ZERO,
                    Duration.ofSeconds(5),
                    Duration.ofMillis(1),
                    List.of(Duration.ofMillis(20), Duration.ofMillis(40))));

    private final SimulatorServer server = SimulatorServer.start("127.0.0.1", 0, 42, HABITS);
    private final ApiClient api = new ApiClient(server, "key-of-webhooks");
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Receiver receiver = new Receiver(request -> broken.get() ? 503 : 202);

    @BeforeEach
    void itTookAFreePort() {
        assertThat(server.port()).isPositive();
    }

    @AfterEach
    void stop() {
        api.close();
        receiver.close();
        server.close();
    }

    @Test
    void aFailingTargetIsDisabledUntilItIsResumedAndNothingIsLostForGood() throws Exception {
        broken.set(true);
        String id = create("{\"target_hook_url\":\"" + receiver.url() + "\"}");
        await().atMost(LONG_ENOUGH).until(() -> status(id) == -1);
        Instant disabledAt =
                Instant.parse(api.get("/webhooks/" + id).path("timestamp_error").asText());
        assertThat(disabledAt).isBeforeOrEqualTo(Instant.now());
        await().atMost(LONG_ENOUGH).until(() -> server.report().withheld() > 500);
        int requests = receiver.requests();
        assertThat(api.get("/webhooks").at("/items/0/status").asInt()).isEqualTo(-1);

        broken.set(false);
        JsonNode resumed = api.good("POST", "/webhooks/" + id + "/resume", "");
        assertThat(resumed.path("status").asInt()).isEqualTo(1);
        assertThat(resumed.has("timestamp_error")).isFalse();
        await().atMost(LONG_ENOUGH).until(() -> receiver.bodies().size() >= 3);
        assertThat(receiver.requests()).isGreaterThan(requests);
        api.good("PATCH", "/webhooks/" + id, "{\"event_type\":\"supersearch_enrichment_completed\"}");
        await().atMost(LONG_ENOUGH).until(() -> server.report().underway() == 0);

        DeliveryReport report = server.report();
        Set<String> missed = new HashSet<>();
        for (JsonNode event : api.everything("/webhook-events?success=false")) {
            assertThat(event.path("will_retry").asBoolean()).isFalse();
            if (!event.path("retry_successful").asBoolean()) {
                missed.add(event.path("payload").toString());
            }
        }
        assertThat(missed.size()).isEqualTo((int) (report.failed() + report.withheld()));
        Set<String> all = new HashSet<>(receiver.bodies());
        assertThat(all.addAll(missed)).isTrue();
        assertThat(all.size()).isEqualTo((int) report.generated());
    }

    @Test
    void theListAndItsSummariesTellTheSame() throws Exception {
        create("{\"target_hook_url\":\"" + receiver.url() + "\",\"event_type\":\"reply_received\"}");
        await().atMost(LONG_ENOUGH).until(() -> server.report().delivered() > 20);
        List<JsonNode> events = api.everything("/webhook-events");
        assertThat(events.size()).isGreaterThan(20);
        JsonNode event = events.getFirst();
        assertThat(event.path("success").asBoolean()).isTrue();
        assertThat(event.path("status_code").asInt()).isEqualTo(202);
        assertThat(event.path("webhook_url").asText()).isEqualTo(receiver.url().toString());
        assertThat(event.path("lead_email")).isEqualTo(event.at("/payload/lead_email"));
        assertThat(receiver.bodies()).contains(event.path("payload").toString());
        assertThat(api.get("/webhook-events/" + event.path("id").asText())).isEqualTo(event);
        String lead = event.path("lead_email").asText();
        assertThat(api.everything("/webhook-events?search=" + lead))
                .contains(event)
                .allMatch(one -> one.path("lead_email").asText().equals(lead));

        JsonNode summary = api.get("/webhook-events/summary");
        assertThat(summary.path("total_events").asInt()).isGreaterThanOrEqualTo(events.size());
        assertThat(summary.path("successful_events")).isEqualTo(summary.path("total_events"));
        assertThat(summary.path("success_rate").asDouble()).isEqualTo(100);
        assertThat(summary.path("failure_rate").asDouble()).isZero();
        JsonNode days = api.get("/webhook-events/summary-by-date").path("items");
        assertThat(days).isNotEmpty();
        assertThat(days.path(0).path("total_events").asInt()).isPositive();
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        assertThat(api.get("/webhook-events?from=" + tomorrow.plusDays(1)).path("items"))
                .isEmpty();
        assertThat(api.get("/webhook-events?to=" + tomorrow).path("items")).isNotEmpty();
        assertThat(api.get("/webhook-events/summary?from=" + tomorrow.plusDays(1))
                        .path("total_events")
                        .asInt())
                .isZero();
    }

    @Test
    void aWebhookForOwnLabelsIsToldNothingElse() throws Exception {
        Map<String, String> labels = new HashMap<>();
        for (JsonNode type : api.get("/webhooks/event-types").path("event_types")) {
            if (type.path("type").asText().equals("custom")) {
                String value = type.path("id").asText();
                labels.put(value, type.path("label").asText());
                create("{\"target_hook_url\":\"" + receiver.url()
                        + "\",\"event_type\":null,\"headers\":{\"X-Label\":\"" + value
                        + "\"},\"custom_interest_value\":" + value + "}");
            }
        }
        await().atMost(LONG_ENOUGH).until(() -> !receiver.bodies().isEmpty());
        for (Received request : receiver.received()) {
            String value =
                    request.headers().getOrDefault("X-label", List.of("none")).getFirst();
            assertThat(JSON.readTree(request.body()).path("event_type").asText())
                    .isEqualTo(labels.get(value));
        }
    }

    @Test
    void aPatchChangesWhatItNamesAndNullTakesItBack() throws Exception {
        String campaign = api.get("/campaigns").at("/items/0/id").asText();
        String id = create(
                "{\"target_hook_url\":\"" + receiver.url() + "\",\"event_type\":\"account_error\",\"campaign\":\""
                        + campaign + "\",\"name\":\"First\",\"headers\":{\"X-Secret\":\"one\"}}");
        JsonNode patched = api.good("PATCH", "/webhooks/" + id, "{\"name\":null,\"headers\":{\"X-Secret\":\"two\"}}");
        assertThat(patched.has("name")).isFalse();
        assertThat(patched.at("/headers/X-Secret").asText()).isEqualTo("two");
        assertThat(patched.path("campaign").asText()).isEqualTo(campaign);
        assertThat(api.get("/webhooks/" + id)).isEqualTo(patched);
        assertThat(api.get("/webhooks?event_type=account_error&campaign=" + campaign)
                        .path("items"))
                .containsExactly(patched);
        assertThat(api.get("/webhooks?event_type=email_sent").path("items")).isEmpty();

        JsonNode tested = api.good("POST", "/webhooks/" + id + "/test", "");
        assertThat(tested.path("success").asBoolean()).isTrue();
        assertThat(tested.path("status_code").asInt()).isEqualTo(202);
        assertThat(receiver.received().getLast().headers().get("X-secret")).containsExactly("two");
        broken.set(true);
        JsonNode failed = api.good("POST", "/webhooks/" + id + "/test", "");
        assertThat(failed.path("success").asBoolean()).isFalse();
        assertThat(failed.path("error").asText()).isEqualTo("Request failed with status code 503");
        assertThat(status(id)).isEqualTo(1);
    }

    @Test
    void wrongRequestsAreRefused() throws Exception {
        String hook = "{\"target_hook_url\":\"http://127.0.0.1:9/hook\"";
        String id = create(hook + ",\"event_type\":\"account_error\"}");
        String own = "/webhooks/" + id;
        String unknown = "/webhooks/" + UUID.randomUUID();
        for (String path : List.of(unknown, "/webhooks/nope")) {
            api.refused("GET", path, "", 404, "Webhook not found");
            api.refused("PATCH", path, "{\"name\":\"x\"}", 404, "Webhook not found");
            api.refused("DELETE", path, "", 404, "Webhook not found");
            api.refused("POST", path + "/test", "", 404, "Webhook not found");
            api.refused("POST", path + "/resume", "", 404, "Webhook not found");
        }
        api.refused("GET", "/webhook-events/nope", "", 404, "Webhook event not found");
        api.refused("PATCH", own, "{}", 400, "body must NOT have fewer than 1 properties");
        api.refused("PATCH", own, "{\"status\":1}", 400, "body must NOT have additional properties");
        api.refused("PATCH", own, "{\"target_hook_url\":null}", 400, "body/target_hook_url must be string");
        api.refused("PATCH", own, "{\"name\":7}", 400, "body/name must be string,null");
        api.refused("PATCH", own, "{\"campaign\":\"" + UUID.randomUUID() + "\"}", 404, "Campaign not found");
        api.refused("POST", "/webhooks", "[]", 400, "body must be object");
        api.refused(
                "POST",
                "/webhooks",
                hook + ",\"event_type\":\"email_exploded\"}",
                400,
                "body/event_type must be equal to one of the allowed values");
        api.refused("POST", "/webhooks", hook + ",\"headers\":{\"a\":1}}", 400, "body/headers/a must be string");
        api.refused(
                "POST",
                "/webhooks",
                hook + ",\"headers\":{\"Content-Length\":\"5\"}}",
                400,
                "body/headers must be headers that may be sent");
        api.refused("GET", "/webhook-events?success=maybe", "", 400, "querystring/success must be boolean");
        api.refused("GET", "/webhook-events?from=yesterday", "", 400, "querystring/from must match format \"date\"");
        api.refused(
                "GET",
                "/webhook-events?starting_after=x",
                "",
                400,
                "querystring/starting_after is not a cursor of this list");
        assertThat(api.get(own).path("target_hook_url").asText())
                .isEqualTo(URI.create("http://127.0.0.1:9/hook").toString());
    }

    private String create(String body) throws Exception {
        return api.good("POST", "/webhooks", body).path("id").asText();
    }

    private int status(String id) throws Exception {
        return api.get("/webhooks/" + id).path("status").asInt();
    }
}
