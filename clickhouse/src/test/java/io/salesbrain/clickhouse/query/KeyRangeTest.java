package io.salesbrain.clickhouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
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

    /** Of ten organizations of two granules each; a granule at either edge may hold a neighbour's rows. */
    private static final int OWN_GRANULES = 4;

    private static final Pattern GRANULES = Pattern.compile("Granules: (\\d+)/(\\d+)");

    private final Warehouse warehouse = SharedEngine.warehouse();

    @BeforeAll
    void fill() {
        var _ = Migrations.fromClassPath().apply(warehouse);
        warehouse.execute("""
                INSERT INTO events (organization_id, event_id, lead_email, campaign_id, campaign_name, type, at, sent_at, raw)
                SELECT 'org-' || leftPad(toString(number % 10), 2, '0'), toString(number),
                    'lead' || toString(number % 977) || '@customer.example', 'campaign-1', 'One', 'email_sent',
                    toDateTime64('2026-03-01 00:00:00', 3, 'UTC') + number AS moment, moment, '{}'
                FROM numbers(160000)""", Map.of());
        warehouse.execute("""
                INSERT INTO rates (organization_id, dimension, campaign_id, hour, version)
                SELECT 'org-' || leftPad(toString(number % 10), 2, '0'), 'campaign', 'campaign-' || toString(number % 30),
                    toDateTime64('2026-03-01 00:00:00', 0, 'UTC') + 3600 * intDiv(number, 30), 1
                FROM numbers(160000)""", Map.of());
        warehouse.execute("""
                INSERT INTO costs (organization_id, cost_id, amount, currency, incurred_at, version)
                SELECT 'org-' || leftPad(toString(number % 10), 2, '0'), toString(number), 1, 'EUR',
                    toDateTime64('2026-03-01 00:00:00', 3, 'UTC'), 1
                FROM numbers(160000)""", Map.of());
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
        var roi = RoiQuery.parameters(ACME, Instant.MIN, Instant.MAX, RoiQuery.GroupBy.CAMPAIGN);
        return Stream.of(
                new Question(
                        "timeline",
                        Timeline.OF_LEAD,
                        Map.of("organization_id", ACME.value(), "lead_email", "lead5@customer.example", "limit", 10)),
                new Question(
                        "messages",
                        Messages.OF_CAMPAIGN,
                        Messages.parameters(ACME, "campaign-1", 10, Optional.empty())),
                new Question("campaign names", CampaignNames.OF_ORGANIZATION, organization),
                new Question("counts", RoiQuery.COUNTS, roi),
                new Question("costs", RoiQuery.COSTS, roi),
                new Question(
                        "campaign overview",
                        "SELECT * FROM campaign_overview(organization_id = {organization_id:String})",
                        organization));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void readsOnlyItsOwnKeyRange(Question question) {
        var plan = warehouse.query(
                "EXPLAIN indexes = 1 " + question.sql(), question.parameters(), row -> row.string("explain"));

        var text = String.join("\n", plan);
        assertThat(text).contains("PrimaryKey", "(organization_id in ['" + ACME + "', '" + ACME + "'])");
        assertThat(granulesOfPrimaryKeys(plan)).as(text).isNotEmpty().allSatisfy(granules -> {
            assertThat(granules.getFirst()).isLessThanOrEqualTo(OWN_GRANULES);
            assertThat(granules.getLast()).isGreaterThan(OWN_GRANULES);
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
