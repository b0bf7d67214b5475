package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job through HTTP, killed in the middle: nothing is lost and nothing counts twice. */
class RestartTest {

    private final Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    private Path data;

    @Test
    void fiveEventsSurviveDuplicatesAndKilling() throws Exception {
        Api.Customer customer;
        try (var first = Installation.start(data)) {
            var api = first.api();
            customer = api.createCustomer("acme");
            for (int round = 0; round < 4; round++) {
                for (var payload : FiveEvents.payloads(start)) {
                    var answer = api.webhook(customer.webhookSecret(), payload);
                    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
                    assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
                }
            }
            var pipeline = api.awaitSettled(20);
            assertThat(pipeline.path("processed").asLong()).isEqualTo(5);
            assertThat(pipeline.path("duplicates").asLong()).isEqualTo(15);
            assertThat(pipeline.path("stored").asLong()).isEqualTo(5);
            assertEverywhere(api, customer);
            first.killHard();
        }
        try (var second = Installation.start(data)) {
            var api = second.api();
            for (var payload : FiveEvents.payloads(start)) {
                assertThat(api.webhook(customer.webhookSecret(), payload).status())
                        .isEqualTo(202);
            }
            var pipeline = api.awaitSettled(25);
            assertThat(pipeline.path("processed").asLong()).isEqualTo(5);
            assertThat(pipeline.path("stored").asLong()).isEqualTo(5);
            assertEverywhere(api, customer);
        }
    }

    private static void assertEverywhere(Api api, Api.Customer customer) throws Exception {
        var hot = api.get("/api/hot-leads?limit=5", customer.apiKey()).body();
        assertThat(hot.path("items")).as("%s", hot).hasSize(1);
        var lead = hot.path("items").path(0);
        assertThat(lead.path("lead_email").asText()).isEqualTo(FiveEvents.LEAD);
        assertThat(lead.path("points").asInt()).isEqualTo(FiveEvents.POINTS);
        assertThat(lead.path("hot").asBoolean()).isTrue();
        assertThat(lead.path("status").asText()).isEqualTo("meeting_booked");

        var record = api.get("/api/leads/" + FiveEvents.LEAD, customer.apiKey()).body();
        assertThat(record.path("points").asInt()).isEqualTo(FiveEvents.POINTS);
        assertThat(record.path("timeline")).as("%s", record).hasSize(5);
        assertThat(record.path("contributions")).hasSize(4);

        var stats = api.get("/api/instantly/campaign/" + FiveEvents.CAMPAIGN + "/stats", customer.apiKey())
                .body();
        for (var count : new String[] {
            "total_leads",
            "emails_sent",
            "emails_opened",
            "emails_clicked",
            "emails_replied",
            "positive_replies",
            "meetings_booked"
        }) {
            assertThat(stats.path(count).asInt()).as("%s of %s", count, stats).isEqualTo(1);
        }
        assertThat(stats.path("reply_rate").asDouble()).isEqualTo(1.0);

        var roi = api.get("/api/roi?group_by=campaign", customer.apiKey()).body();
        assertThat(roi.path("items").path(0).path("leads_contacted").asInt())
                .as("%s", roi)
                .isEqualTo(1);
    }
}
