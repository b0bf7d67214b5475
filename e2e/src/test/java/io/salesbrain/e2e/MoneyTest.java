package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a send to the return on it, and ClickHouse filled anew from the log in between. */
class MoneyTest {
    private static final String LEAD = "ada@kundin.example";

    private final Instant start = Instant.now().minus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    private Path data;

    @Test
    void aDealIsSharedOutAlsoAfterARebuild() throws Exception {
        try (var run = Installation.start(data)) {
            var api = run.api();
            var customer = api.createCustomer("acme");
            // The send of summer was never delivered; the open implies it.
            send(api, customer, "email_sent", "spring", start);
            send(api, customer, "email_opened", "summer", start.plus(Duration.ofDays(1)));
            send(api, customer, "email_sent", "autumn", start.plus(Duration.ofDays(8)));
            api.awaitSettled(3);
            assertThat(api.post("/api/costs", customer.apiKey(), """
                            {"cost_id":"c","amount":"10","currency":"EUR","incurred_at":"%s","campaign_id":"spring"}""".formatted(start))
                            .status())
                    .isEqualTo(201);
            assertThat(api.post("/api/deals", customer.apiKey(), """
                            {"deal_id":"d","lead_email":"%s","amount":"99.99","currency":"EUR","closed_at":"%s"}""".formatted(LEAD, start.plus(Duration.ofDays(2))))
                            .status())
                    .isEqualTo(201);

            var before = roi(api, customer);
            assertShares(before);
            rebuild(run.port());
            assertThat(roi(api, customer)).isEqualTo(before);
            send(api, customer, "email_opened", "spring", start.plus(Duration.ofDays(3)));
            var pipeline = api.awaitSettled(4);
            assertThat(pipeline.path("warehouse_lag").asLong()).isZero();
            assertThat(pipeline.path("last_insert_at").isTextual()).isTrue();
        }
    }

    private static JsonNode roi(Api api, Api.Customer customer) throws Exception {
        var answer = api.get("/api/roi?model=linear&group_by=campaign", customer.apiKey());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static void assertShares(JsonNode roi) {
        assertThat(roi.path("items").findValuesAsText("campaign_id"))
                .as("%s", roi)
                .containsExactly("autumn", "spring", "summer");
        var spring = roi.path("items").path(1);
        assertThat(spring.at("/revenue/0/amount").asText()).isEqualTo("50.00");
        assertThat(spring.at("/roi/0/value").asDouble()).isEqualTo(4.0);
        assertThat(spring.path("deals").asInt()).isEqualTo(1);
        assertThat(roi.path("items").path(0).path("revenue")).isEmpty();
        assertThat(roi.path("items").path(2).at("/revenue/0/amount").asText()).isEqualTo("49.99");
        assertThat(roi.path("unattributed")).isEmpty();
    }

    private static void rebuild(int port) throws Exception {
        var command = RunningProcess.start(
                Map.of("SALESBRAIN_ADMIN_KEY", Installation.ADMIN_KEY), "rebuild", "--url", "http://127.0.0.1:" + port);
        assertThat(command.awaitExit()).as("%s", command.output()).isZero();
        assertThat(String.join("\n", command.output())).contains("filled anew");
    }

    private static void send(Api api, Api.Customer customer, String type, String campaign, Instant at)
            throws Exception {
        var payload = """
                {"event_type":"%s","timestamp":"%s","campaign_id":"%s","lead_email":"%s","email_account":"sales@agency.example",
                "step":1,"variant":1}""".formatted(type, at, campaign, LEAD);
        assertThat(api.webhook(customer.webhookSecret(), payload).status()).isEqualTo(202);
    }
}
