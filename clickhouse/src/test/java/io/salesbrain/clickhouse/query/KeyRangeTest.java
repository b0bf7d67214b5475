package io.salesbrain.clickhouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an organization's question reads lies within that organization's part of the sorting key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyRangeTest {
    private static final OrganizationId ACME = new OrganizationId("org-05");

    private static final int ORGANIZATIONS = 10;

    /** A granule at either edge may hold a neighbour's rows. */
    private static final int EDGES = 2;

    private static final Pattern GRANULES = Pattern.compile("Granules: (\\d+)/(\\d+)");

    private final Warehouse warehouse = SharedEngine.warehouse();

    @BeforeAll
    void fill() {
        var _ = Migrations.fromClassPath().apply(warehouse);
        fill("events", "event_id, lead_email, campaign_id, campaign_name, type, at, sent_at, received_at, raw", """
                toString(number), 'lead' || toString(number % 977) || '@customer.example', 'campaign-1', 'One',
                'email_sent', toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + number AS moment, moment, now(), '{}'""");
        fill("touches", "event_id, lead_email, campaign_id, step, at, received_at", """
                toString(number), 'lead' || toString(number % 977) || '@customer.example', 'campaign-1', 1,
                toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + number, now()""");
        fill("replies", "event_id, lead_email, campaign_id, type, at, received_at, local_at", """
                toString(number), 'lead' || toString(number) || '@customer.example', 'campaign-1', 'reply_received',
                toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + number AS moment, now(), moment""");
        fill("correspondence", "at, event_id, type, lead_email, campaign_id, received_at, subject, text", """
                toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + number, toString(number), 'email_sent',
                'lead' || toString(number) || '@customer.example', 'campaign-1', now(), 'Hello', 'word' || toString(number % 50)""");
        fill("campaigns", "campaign_id, campaign_name, version", "'campaign-' || toString(number), 'One', 1");
        fill("lead_states", "lead_email, first_contacted_at, status_history, version", """
                'lead' || toString(number) || '@customer.example', toDateTime64('2026-03-01 00:00:00', 3, 'UTC'), '[]', 1""");
        fill("rates", "dimension, campaign_id, hour, version", """
                'campaign', 'campaign-' || toString(number % 30),
                toDateTime64('2026-03-01 00:00:00', 0, 'UTC') + 3600 * intDiv(number, 30), 1""");
        fill("rates", "dimension, account, hour, version", """
                'account', 'box-' || toString(number % 30) || '@sender.example',
                toDateTime64(toStartOfHour(now()), 0, 'UTC') - 3600 * intDiv(number, 30), 1""");
        fill("costs", "cost_id, amount, currency, incurred_at, version", """
                toString(number), 1, 'EUR', toDateTime64('2026-03-01 00:00:00', 3, 'UTC'), 1""");
        fill("deals", "deal_id, lead_email, amount, currency, closed_at, version", """
                toString(number), 'lead' || toString(number % 977) || '@customer.example', 1, 'EUR',
                toDateTime64('2026-03-01 00:00:00', 3, 'UTC'), 1""");
    }

    private void fill(String table, String columns, String values) {
        warehouse.execute(
                "INSERT INTO " + table + " (organization_id, " + columns + ")"
                        + " SELECT 'org-' || leftPad(toString(number % 10), 2, '0'), " + values
                        + " FROM numbers(160000)",
                Map.of());
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    record Question(String name, String sql, Map<String, ?> parameters) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Question> questions() {
        var organization = Map.of("organization_id", ACME.value());
        var roi = RoiQuery.parameters(ACME, RoiQuestion.of(RoiQuery.GroupBy.CAMPAIGN, AttributionModel.LINEAR));
        return Stream.of(
                new Question(
                        "timeline",
                        Timeline.OF_LEAD,
                        Map.of("organization_id", ACME.value(), "lead_email", "lead5@customer.example", "limit", 10)),
                new Question(
                        "messages",
                        Messages.OF_CAMPAIGN,
                        Messages.parameters(ACME, "campaign-1", 10, Optional.empty())),
                new Question(
                        "search",
                        Correspondence.sql(SearchQuestion.of("hello word7").orElseThrow(), Optional.empty()),
                        Correspondence.parameters(
                                ACME, SearchQuestion.of("hello word7").orElseThrow(), Optional.empty(), 10)),
                new Question(
                        "replies",
                        Letters.REPLIES,
                        Letters.repliesParameters(ACME, List.of("lead5@customer.example"), List.of("5"))),
                new Question(
                        "conversation",
                        Letters.CONVERSATION,
                        Letters.conversationParameters(ACME, "lead5@customer.example", "campaign-1", 10)),
                new Question("campaign names", CampaignNames.OF_ORGANIZATION, organization),
                new Question("counts", RoiQuery.COUNTS, roi),
                new Question("costs", RoiQuery.COSTS, roi),
                new Question("revenue", RoiQuery.REVENUE, roi),
                new Question("closed deals", RoiQuery.CLOSED, roi),
                new Question("cohorts", Overviews.COHORTS, Map.of("organization_id", ACME.value(), "limit", 10)),
                new Question("heatmap", Overviews.HEATMAP, Map.of("organization_id", ACME.value(), "campaign_id", "")),
                view("campaign_roi", ", model = 'linear'"),
                view("account_health", ""),
                view("threads", ""),
                view("messages", ", campaign_id = ''"),
                view("lead_status_history", ", lead_email = ''"),
                view("lead_timeline", ", lead_email = 'lead5@customer.example'"),
                new Question(
                        "campaign overview",
                        "SELECT * FROM campaign_overview(organization_id = {organization_id:String})",
                        organization));
    }

    private static Question view(String name, String more) {
        return new Question(
                "view " + name,
                "SELECT * FROM " + name + "(organization_id = {organization_id:String}" + more + ")",
                Map.of("organization_id", ACME.value()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void readsOnlyItsOwnKeyRange(Question question) {
        var plan = warehouse.query(
                "EXPLAIN indexes = 1 " + question.sql(), question.parameters(), row -> row.string("explain"));

        var text = String.join("\n", plan);
        assertThat(text).contains("PrimaryKey", "(organization_id in ['" + ACME + "', '" + ACME + "'])");
        assertThat(granulesOfPrimaryKeys(plan)).as(text).isNotEmpty().allSatisfy(granules -> {
            int own = granules.getLast() / ORGANIZATIONS + EDGES;
            assertThat(granules.getFirst()).isLessThanOrEqualTo(own);
            assertThat(granules.getLast()).isGreaterThan(own);
        });
    }

    /** Selected and total, of each large table in the plan. */
    private static List<List<Integer>> granulesOfPrimaryKeys(List<String> plan) {
        return Stream.iterate(0, i -> i < plan.size(), i -> i + 1)
                .filter(i -> plan.get(i).endsWith("PrimaryKey"))
                .map(i -> plan.subList(i, plan.size()).stream()
                        .map(GRANULES::matcher)
                        .filter(matcher -> matcher.find())
                        .findFirst()
                        .orElseThrow())
                .map(matcher -> List.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                .filter(granules -> granules.getLast() > 1)
                .toList();
    }
}
