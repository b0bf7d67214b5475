package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.clickhouse.query.AttributionModel;
import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.clickhouse.query.RoiQuery;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyApiTest {
    private static final ApiServer SERVER = ApiServer.shared();

    private static String cost(String field, String value) {
        var cost = ApiServer.read(
                "{\"cost_id\":\"m-1\",\"amount\":\"149.90\",\"currency\":\"EUR\",\"incurred_at\":\"2026-03-01T00:00:00Z\"}");
        ((ObjectNode) cost).set(field, ApiServer.read(value));
        return cost.toString();
    }

    @Test
    void aCostIsRecordedReplacedAndReadAtOnce() {
        var owner = SERVER.organization();

        assertThat(SERVER.send(owner.apiKey(), "POST", "/api/costs", cost("campaign_id", "\"c1\""))
                        .statusCode())
                .isEqualTo(201);
        var replaced = SERVER.send(owner.apiKey(), "POST", "/api/costs", cost("amount", "200.5"));
        assertThat(replaced.statusCode()).isEqualTo(200);

        var items = SERVER.json(owner.apiKey(), "/api/costs").get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("amount").asText()).isEqualTo("200.50");
        assertThat(items.get(0).get("campaign_id").isNull()).isTrue();
        assertThat(SERVER.json(SERVER.organization().apiKey(), "/api/costs").get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount|\"-1\"",
                "amount|\"1.23456\"",
                "amount|\"ten\"",
                "amount|1e300",
                "amount|null",
                "currency|\"EURO\"",
                "currency|\"\"",
                "incurred_at|\"yesterday\"",
                "cost_id|null",
                "cost_id|5",
                "account|\"no address\""
            })
    void aWrongFieldIsNamed(String field, String value) {
        var answer = SERVER.send(SERVER.organization().apiKey(), "POST", "/api/costs", cost(field, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ApiServer.read(answer.body())
                        .get("error")
                        .get("details")
                        .get("field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void costsStandBesideOutcomesByCurrency() {
        var owner = SERVER.organization();
        var counts = Counts.zero();
        counts.add(Metric.LEADS_CONTACTED, 90);
        counts.add(Metric.POSITIVE_REPLIES, 4);
        counts.add(Metric.MEETINGS_BOOKED, 3);
        SERVER.archive
                .of(owner.organizationId())
                .reports
                .add(new RoiReport(
                        List.of(
                                new RoiReport.Group(
                                        new Dimension.Campaign("c1"),
                                        counts,
                                        List.of(money("100", "EUR"), money("7.5", "USD")),
                                        2,
                                        List.of(money("350.25", "EUR"), money("10", "CHF"))),
                                new RoiReport.Group(
                                        new Dimension.Campaign("c2"),
                                        Counts.zero(),
                                        List.of(money("0", "EUR")),
                                        0,
                                        List.of())),
                        List.of(money("4.75", "EUR")),
                        List.of(money("12", "EUR")),
                        2,
                        List.of(money("355", "EUR"), money("10", "CHF"))));

        var roi = SERVER.json(owner.apiKey(), "/api/roi?group_by=campaign&from=2026-01-01&to=2026-12-31");

        var first = roi.get("items").get(0);
        assertThat(first.get("campaign_id").asText()).isEqualTo("c1");
        assertThat(first.get("cost").findValuesAsText("amount")).containsExactly("100.00", "7.50");
        assertThat(first.get("cost_per_meeting").get(0).get("amount").asText()).isEqualTo("33.3333");
        assertThat(first.get("roi").findValuesAsText("currency")).containsExactly("EUR", "USD");
        assertThat(first.get("roi").get(0).get("value").asDouble()).isEqualTo(2.5025);
        assertThat(first.get("roi").get(1).get("value").asDouble()).isEqualTo(-1);
        assertThat(first.get("revenue").findValuesAsText("amount")).containsExactly("10.00", "350.25");
        assertThat(first.get("cost_per_deal").get(0).get("amount").asText()).isEqualTo("50.00");
        assertThat(first.get("cost_per_positive_reply").get(0).get("amount").asText())
                .isEqualTo("25.00");
        assertThat(first.get("pipeline").findValuesAsText("amount")).containsExactly("20.00", "710.00");
        assertThat(first.get("funnel").findValuesAsText("stage"))
                .containsExactly("contacted", "opened", "clicked", "replied", "positive_reply", "meeting", "deal");
        var second = roi.get("items").get(1);
        assertThat(second.get("roi")).isEmpty();
        assertThat(second.get("cost_per_meeting")).isEmpty();
        assertThat(roi.get("unattributed").get(0).get("amount").asText()).isEqualTo("4.75");
        assertThat(roi.get("unattributed_cost").get(0).get("amount").asText()).isEqualTo("12.00");
        assertThat(roi.get("deals").asInt()).isEqualTo(2);
        assertThat(SERVER.json(owner.apiKey(), "/api/roi?opportunity_value=1000.5&currency=usd")
                        .get("items")
                        .get(0)
                        .get("pipeline")
                        .toString())
                .isEqualTo("[{\"amount\":\"4002.00\",\"currency\":\"USD\"}]");
        assertThat(roi.get("to").asText()).isEqualTo("2027-01-01T00:00:00.000Z");
    }

    @Test
    void theQuestionIsHandedOnAsAsked() {
        var owner = SERVER.organization();

        SERVER.json(owner.apiKey(), "/api/roi?model=time_decay&group_by=step&lookback_days=90&from=2026-01-01");

        assertThat(SERVER.archive.of(owner.organizationId()).questions)
                .containsExactly(new RoiQuestion(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.MAX,
                        RoiQuery.GroupBy.STEP,
                        AttributionModel.TIME_DECAY,
                        90));
    }

    @Test
    void overviewsAreShown() {
        var owner = SERVER.organization();
        var shelf = SERVER.archive.of(owner.organizationId());
        shelf.cohorts.add(new CohortWeek(LocalDate.parse("2026-03-02"), 7, 6, 5, 4, 3, 2, 1));
        shelf.heatmap.add(new HeatmapCell(1, 9, 5, 2, 3));

        assertThat(SERVER.json(owner.apiKey(), "/api/cohorts").get("items").toString())
                .isEqualTo("[{\"week\":\"2026-03-02\",\"leads_contacted\":7,\"leads_opened\":6,\"leads_clicked\":5,"
                        + "\"leads_replied\":4,\"leads_interested\":3,\"leads_met\":2,\"leads_won\":1}]");
        var heatmap = SERVER.json(owner.apiKey(), "/api/reply-heatmap?campaign_id=c1");
        assertThat(heatmap.get("replies_in_known_zone").asInt()).isEqualTo(3);
        assertThat(heatmap.get("items").toString())
                .isEqualTo("[{\"weekday\":1,\"hour\":9,\"replies\":5,\"positive_replies\":2}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group_by=hour",
                "model=best_touch",
                "from=soon",
                "from=2026-02-01&to=2026-01-01",
                "lookback_days=0",
                "opportunity_value=100",
                "opportunity_value=much&currency=EUR"
            })
    void aWrongQuestionIsRefused(String query) {
        assertThat(SERVER.get(SERVER.organization().apiKey(), "/api/roi?" + query)
                        .statusCode())
                .isEqualTo(400);
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
