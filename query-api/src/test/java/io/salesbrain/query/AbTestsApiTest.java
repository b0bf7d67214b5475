package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.StepVariant;
import io.salesbrain.tenancy.CreatedOrganization;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class AbTestsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final int HOURS = 40;
    private static final long FIRST = RateKey.hourOf(ApiServer.NOW.toEpochMilli()) - HOURS - 1;

    /** @param replies and {@code positive}, {@code unsubscribed}: in every so many hours one */
    private static void run(
            CreatedOrganization owner,
            String campaign,
            StepVariant variant,
            int replies,
            int positive,
            int unsubscribed) {
        var some = Counts.zero();
        some.add(Metric.EMAILS_SENT, 1);
        SERVER.write(
                new RateKey(owner.organizationId(), new Dimension.Campaign(campaign), FIRST),
                new RateBucket(some, 1, ApiServer.NOW));
        for (int hour = 0; hour < HOURS; hour++) {
            long replied = hour % replies == 0 ? 2 : 0;
            long interested = hour % positive == 0 ? 2 : 0;
            var counts = Counts.zero();
            Map.of(
                            Metric.EMAILS_SENT, 30L,
                            Metric.LEADS_CONTACTED, 30L,
                            Metric.LEADS_REPLIED, replied,
                            Metric.COHORT_LEADS_REPLIED, replied,
                            Metric.POSITIVE_REPLIES, interested,
                            Metric.COHORT_POSITIVE_REPLIES, interested,
                            Metric.COHORT_UNSUBSCRIBED, hour % unsubscribed == 0 ? 1L : 0L)
                    .forEach(counts::add);
            SERVER.write(
                    new RateKey(owner.organizationId(), new Dimension.Step(campaign, variant), FIRST + hour),
                    new RateBucket(counts, 1, ApiServer.NOW));
        }
    }

    private static JsonNode items(CreatedOrganization owner, String query) {
        return SERVER.json(owner.apiKey(), "/api/ab-tests" + query).get("items");
    }

    private static void await(CreatedOrganization owner, String campaign, int variants, long leads) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            var items = items(owner, "?campaign_id=" + campaign);
            return items.size() == 1
                    && items.get(0).get("variants").size() == variants
                    && items.get(0).get("variants").findValuesAsText("leads_contacted").stream()
                            .allMatch(text -> Long.parseLong(text) == leads);
        });
    }

    @Test
    void aVariantThatBringsManyMorePositiveRepliesWins() {
        var owner = SERVER.organization();
        run(owner, "c1", new StepVariant(0, 1, 1), 4, 20, 1_000);
        run(owner, "c1", new StepVariant(0, 1, 2), 4, 1, 1_000);
        run(owner, "c1", new StepVariant(0, 2, 1), 4, 4, 1_000);
        await(owner, "c1", 2, 30L * HOURS);

        var test = items(owner, "?campaign_id=c1").get(0);
        assertThat(test.get("step").asInt()).isEqualTo(1);
        assertThat(test.get("verdict").asText()).isEqualTo("winner");
        assertThat(test.get("winner").asInt()).isEqualTo(2);
        assertThat(test.get("decided_by").asText()).isEqualTo("positive_reply_rate");
        var winner = test.get("variants").get(1);
        assertThat(winner.get("positive_replies").asInt()).isEqualTo(80);
        assertThat(winner.get("positive_reply_rate").asDouble()).isCloseTo(80 / 1_200.0, within(1e-9));
        assertThat(winner.at("/positive_reply_rate_interval/lower").asDouble()).isBetween(0.05, 80 / 1_200.0);
        assertThat(winner.get("probability_best").asDouble()).isGreaterThan(0.999);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(owner, "").size() == 1);
    }

    @Test
    void aWinnerThatMakesPeopleUnsubscribeIsVetoed() {
        var owner = SERVER.organization();
        run(owner, "c2", new StepVariant(0, 1, 1), 4, 20, 1_000);
        run(owner, "c2", new StepVariant(0, 1, 2), 4, 1, 2);
        await(owner, "c2", 2, 30L * HOURS);

        var test = items(owner, "?campaign_id=c2").get(0);
        assertThat(test.get("verdict").asText()).isEqualTo("leading");
        assertThat(test.get("winner").isNull()).isTrue();
        assertThat(test.get("vetoed_by").get(0).asText()).isEqualTo("unsubscribe");
        assertThat(test.get("explanation").asText()).contains("unsubscribes");
    }

    @Test
    void withoutEnoughDataItSaysHowMuchIsMissing() {
        var owner = SERVER.organization();
        run(owner, "c3", new StepVariant(0, 1, 1), 20, 39, 1_000);
        run(owner, "c3", new StepVariant(0, 1, 2), 20, 39, 1_000);
        await(owner, "c3", 2, 30L * HOURS);

        var test = items(owner, "?campaign_id=c3").get(0);
        assertThat(test.get("verdict").asText()).isEqualTo("not_enough_data");
        assertThat(test.get("sample_size_missing").asLong()).isPositive();
        assertThat(test.get("days_missing").asLong()).isPositive();
    }

    @Test
    void repliesDecideWherePositiveOnesAreTooFew() {
        var owner = SERVER.organization();
        run(owner, "c4", new StepVariant(0, 1, 1), 20, 39, 1_000);
        run(owner, "c4", new StepVariant(0, 1, 2), 1, 39, 1_000);
        await(owner, "c4", 2, 30L * HOURS);

        var test = items(owner, "?campaign_id=c4").get(0);
        assertThat(test.get("decided_by").asText()).isEqualTo("reply_rate");
        assertThat(test.get("verdict").asText()).isEqualTo("winner");
    }

    @Test
    void stepsOfManyCampaignsHavePages() {
        var owner = SERVER.organization();
        for (var campaign : new String[] {"p1", "p2", "p3"}) {
            run(owner, campaign, new StepVariant(0, 1, 1), 20, 39, 1_000);
            run(owner, campaign, new StepVariant(0, 1, 2), 20, 39, 1_000);
            await(owner, campaign, 2, 30L * HOURS);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(owner, "").size() == 3);
        var first = SERVER.json(owner.apiKey(), "/api/ab-tests?limit=2");
        var second = SERVER.json(
                owner.apiKey(),
                "/api/ab-tests?limit=2&starting_after="
                        + first.get("next_starting_after").asText());

        assertThat(first.get("items").findValuesAsText("campaign_id")).containsExactly("p1", "p2");
        assertThat(second.get("items").findValuesAsText("campaign_id")).containsExactly("p3");
    }
}
