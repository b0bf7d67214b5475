package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.StepVariant;
import io.salesbrain.tenancy.CreatedOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StatsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final CreatedOrganization ACME = SERVER.organization();
    private static final CreatedOrganization OTHER = SERVER.organization();
    private static final Dimension SHARED = new Dimension.Campaign("shared-campaign");
    private static final Dimension ACCOUNT = new Dimension.Account("box@acme.example.com");

    @BeforeAll
    static void someHours() {
        var today = Map.of(
                Metric.EMAILS_SENT, 10L,
                Metric.LEADS_CONTACTED, 8L,
                Metric.COHORT_LEADS_OPENED, 4L,
                Metric.LEADS_OPENED, 5L,
                Metric.EMAILS_BOUNCED, 3L,
                Metric.COHORT_EMAILS_BOUNCED, 2L,
                Metric.COHORT_HUMAN_LEADS_OPENED, 2_000_000L,
                Metric.HUMAN_OPENS_TOTAL, 2_500_000L);
        put(ACME, SHARED, "2026-03-04T09:00:00Z", today);
        put(ACME, new Dimension.Organization(), "2026-03-04T09:00:00Z", today);
        put(ACME, new Dimension.Step("shared-campaign", new StepVariant(0, 1, 1)), "2026-03-04T09:00:00Z", today);
        put(ACME, SHARED, "2026-02-26T09:00:00Z", Map.of(Metric.EMAILS_SENT, 5L, Metric.LEADS_CONTACTED, 5L));
        put(ACME, ACCOUNT, "2026-03-04T09:00:00Z", Map.of(Metric.EMAILS_SENT, 1L));
        put(ACME, ACCOUNT, "2026-03-02T00:00:00Z", Map.of(Metric.EMAILS_SENT, 2L));
        put(ACME, ACCOUNT, "2026-03-01T23:00:00Z", Map.of(Metric.EMAILS_SENT, 4L));
        put(ACME, ACCOUNT, "2026-02-28T23:00:00Z", Map.of(Metric.EMAILS_SENT, 8L));
        put(OTHER, SHARED, "2026-03-04T09:00:00Z", Map.of(Metric.EMAILS_SENT, 100L));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sent(ACME.apiKey(), "/api/instantly/stats") == 10
                        && sent(ACME.apiKey(), "/api/instantly/campaign/shared-campaign/stats") == 15
                        && sent(ACME.apiKey(), "/api/instantly/email-account/box@acme.example.com/stats") == 15
                        && sent(OTHER.apiKey(), "/api/instantly/campaign/shared-campaign/stats") == 100);
    }

    private static int sent(String key, String path) {
        var answer = SERVER.get(key, path);
        return answer.statusCode() == 200
                ? ApiServer.read(answer.body()).get("emails_sent").asInt()
                : -1;
    }

    private static void put(CreatedOrganization owner, Dimension dimension, String hour, Map<Metric, Long> numbers) {
        var counts = Counts.zero();
        numbers.forEach(counts::add);
        var at = Instant.parse(hour);
        SERVER.write(
                new RateKey(owner.organizationId(), dimension, RateKey.hourOf(at.toEpochMilli())),
                new RateBucket(counts, 1, at.plusSeconds(30)));
    }

    @Test
    void countsAreByEventAndRatesByCohort() {
        var stats = SERVER.json(ACME.apiKey(), "/api/instantly/stats");

        assertThat(stats.get("leads_opened").asInt()).isEqualTo(5);
        assertThat(stats.get("open_rate").asDouble()).isEqualTo(0.5);
        assertThat(stats.get("human_open_rate").asDouble()).isEqualTo(0.25);
        assertThat(stats.get("human_opens_total").asDouble()).isEqualTo(2.5);
        assertThat(stats.get("emails_bounced").asInt()).isEqualTo(3);
        assertThat(stats.get("emails_delivered").asInt()).isEqualTo(8);
        assertThat(stats.get("bounce_rate").asDouble()).isEqualTo(0.2);
        assertThat(stats.get("deliverability_rate").asDouble()).isEqualTo(0.8);
        assertThat(stats.get("reply_rate").asDouble()).isZero();
        assertThat(stats.get("definitions").get("open_rate").get("denominator").asText())
                .contains("contacted");
        assertThat(stats.get("definitions").fieldNames())
                .toIterable()
                .allSatisfy(rate -> assertThat(stats.has(rate)).isTrue());
    }

    @Test
    void withoutEventsRatesAreUnknown() {
        var stats = SERVER.json(SERVER.organization().apiKey(), "/api/instantly/stats");

        assertThat(stats.get("emails_sent").asInt()).isZero();
        assertThat(stats.get("open_rate").isNull()).isTrue();
        assertThat(stats.get("deliverability_rate").isNull()).isTrue();
    }

    @Test
    void aCampaignHasTheBriefsFieldsAndItsSteps() {
        var stats = SERVER.json(ACME.apiKey(), "/api/instantly/campaign/shared-campaign/stats");

        assertThat(stats.get("campaign_id").asText()).isEqualTo("shared-campaign");
        assertThat(stats.get("total_leads").asInt()).isEqualTo(13);
        assertThat(stats.get("timestamp_last_updated").asText()).isEqualTo("2026-03-04T09:00:30.000Z");
        assertThat(stats.get("steps")).hasSize(1);
        assertThat(stats.get("steps").get(0).get("step").asInt()).isEqualTo(1);
        assertThat(stats.get("steps").get(0).get("open_rate").asDouble()).isEqualTo(0.5);
        assertThat(SERVER.get(ACME.apiKey(), "/api/instantly/campaign/none/stats")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void windowsAndDays() {
        var path = "/api/instantly/campaign/shared-campaign/stats";
        assertThat(sent(ACME.apiKey(), path + "?window=24h")).isEqualTo(10);
        assertThat(sent(ACME.apiKey(), path + "?window=7d")).isEqualTo(15);
        assertThat(SERVER.get(ACME.apiKey(), path + "?window=1y").statusCode()).isEqualTo(400);
        assertThat(SERVER.get(ACME.apiKey(), path + "?group_by=week").statusCode())
                .isEqualTo(400);

        var days = SERVER.json(ACME.apiKey(), path + "?group_by=day").get("items");
        assertThat(days.findValuesAsText("day")).containsExactly("2026-02-26", "2026-03-04");
        assertThat(days.get(0).get("emails_sent").asInt()).isEqualTo(5);
        assertThat(days.get(0).get("bounce_rate").asDouble()).isZero();
    }

    @Test
    void anAccountKnowsItsDayWeekAndMonth() {
        var stats = SERVER.json(ACME.apiKey(), "/api/instantly/email-account/BOX@acme.example.com/stats");

        assertThat(stats.get("account_id").asText()).isEqualTo("box@acme.example.com");
        assertThat(stats.get("emails_sent_today").asInt()).isEqualTo(1);
        assertThat(stats.get("emails_sent_this_week").asInt()).isEqualTo(3);
        assertThat(stats.get("emails_sent_this_month").asInt()).isEqualTo(7);
        assertThat(stats.get("daily_limit").isNull()).isTrue();
        assertThat(stats.get("warmup_progress").isNull()).isTrue();
    }

    @Test
    void theAdminSeesACampaignOfSeveralOrganizationsAsOne() {
        var path = "/api/instantly/admin/campaign/shared-campaign/stats";
        assertThat(sent(ApiServer.ADMIN, path)).isEqualTo(115);
        assertThat(sent(ApiServer.ADMIN, path + "?organization_id=" + OTHER.organizationId()))
                .isEqualTo(100);

        var first = SERVER.json(
                ApiServer.ADMIN, "/api/instantly/admin/campaigns?limit=1&organization_id=" + ACME.organizationId());
        assertThat(first.get("items").get(0).get("total_leads").asInt()).isEqualTo(13);
        assertThat(first.get("next_starting_after").isNull()).isTrue();
        assertThat(SERVER.get(ApiServer.ADMIN, "/api/instantly/admin/campaigns?limit=100")
                        .body())
                .contains(ACME.organizationId().value(), OTHER.organizationId().value());
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        var owner = SERVER.organization();
        for (var id : new String[] {"a", "b", "c/d"}) {
            put(owner, new Dimension.Campaign(id), "2026-03-04T09:00:00Z", Map.of(Metric.EMAILS_SENT, 1L));
        }
        Awaitility.await()
                .until(() -> SERVER.json(owner.apiKey(), "/api/instantly/campaigns")
                                .get("items")
                                .size()
                        == 3);

        var first = SERVER.json(owner.apiKey(), "/api/instantly/campaigns?limit=2");
        var second = SERVER.json(
                owner.apiKey(),
                "/api/instantly/campaigns?limit=2&starting_after="
                        + first.get("next_starting_after").asText());

        assertThat(first.get("items").findValuesAsText("campaign_id")).containsExactly("a", "b");
        assertThat(second.get("items").findValuesAsText("campaign_id")).containsExactly("c/d");
        assertThat(second.get("next_starting_after").isNull()).isTrue();
    }
}
