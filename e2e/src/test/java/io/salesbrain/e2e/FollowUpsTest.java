package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A timer that is due while the process is dead fires when it is back; one that fired before does not begin anew. */
class FollowUpsTest {
    private static final Duration PATIENCE = Duration.ofDays(3);

    @TempDir
    private Path data;

    @Test
    void timersSurviveKilling() throws Exception {
        Api.Customer customer;
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var soon = now.plusSeconds(45);
        try (var first = Installation.start(data)) {
            var api = first.api();
            customer = api.createCustomer("acme");
            send(api, customer, "early@kunde.example", now.minus(PATIENCE).minus(1, ChronoUnit.DAYS));
            send(api, customer, "soon@kunde.example", soon.minus(PATIENCE));
            send(api, customer, "stale@kunde.example", now.minus(PATIENCE).minus(60, ChronoUnit.DAYS));
            awaitStates(api, customer, Map.of("early@kunde.example", "due", "stale@kunde.example", "expired"));
            first.killHard();
        }
        try (var second = Installation.start(data)) {
            var api = second.api();
            awaitStates(
                    api,
                    customer,
                    Map.of(
                            "early@kunde.example",
                            "due",
                            "soon@kunde.example",
                            "due",
                            "stale@kunde.example",
                            "expired"));
            var items = list(api, customer);
            assertThat(items).hasSize(3);
            var due = items.get(1);
            assertThat(due.path("reason").asText()).isEqualTo("clicked");
            assertThat(due.path("suggested_text").asText()).startsWith("Guten Tag Ada Lovelace,");

            var id = due.path("follow_up_id").asText();
            assertThat(api.post("/api/follow-ups/" + id + "/done", customer.apiKey(), "")
                            .status())
                    .isEqualTo(200);
            assertThat(api.get("/api/follow-ups", customer.apiKey())
                            .body()
                            .path("items")
                            .findValuesAsText("lead_email"))
                    .containsExactly("soon@kunde.example");
        }
    }

    private static void awaitStates(Api api, Api.Customer customer, Map<String, String> expected) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            var items = list(api, customer);
            for (var each : expected.entrySet()) {
                assertThat(items)
                        .anySatisfy(item -> assertThat(List.of(
                                        item.path("lead_email").asText(),
                                        item.path("state").asText()))
                                .containsExactly(each.getKey(), each.getValue()));
            }
        });
    }

    private static JsonNode list(Api api, Api.Customer customer) throws Exception {
        return api.get("/api/follow-ups?state=all", customer.apiKey()).body().path("items");
    }

    private static void send(Api api, Api.Customer customer, String lead, Instant at) throws Exception {
        for (var type : List.of("email_sent", "link_clicked")) {
            var when = type.equals("email_sent") ? at : at.plus(1, ChronoUnit.HOURS);
            var payload = """
                    {"event_type":"%s","timestamp":"%s","campaign_id":"c1","campaign_name":"Spring","lead_email":"%s",
                     "email_account":"anna@sender.example","step":1,"variant":1,"firstName":"Ada","lastName":"Lovelace",
                     "country":"Germany"}""".formatted(type, when, lead);
            assertThat(api.webhook(customer.webhookSecret(), payload).status()).isEqualTo(202);
        }
    }
}
