package io.salesbrain.clickhouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.AttributionReference.Send;
import io.salesbrain.clickhouse.query.RoiQuery.GroupBy;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.clickhouse.sink.RowsForTests;
import io.salesbrain.events.Deal;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StepVariant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributionTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId RANDOM = new OrganizationId("random");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String ADA = "ada@customer.example";
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD");

    private final long seed = System.nanoTime();
    private final List<Send> sends = new ArrayList<>();
    private final List<Deal> deals = new ArrayList<>();
    private final Warehouse warehouse = SharedEngine.warehouse();

    @BeforeAll
    void fill() {
        System.out.println("AttributionTest seed " + seed);
        var _ = Migrations.fromClassPath().apply(warehouse);
        var rows = new RowsForTests(warehouse);
        var adas = List.of(
                send(ADA, "spring", 1, "box-a@sender.example", START),
                send(ADA, "summer", 1, "box-b@sender.example", START.plus(Duration.ofDays(7))),
                send(ADA, "spring", 2, "box-b@sender.example", START.plus(Duration.ofDays(14))),
                send(ADA, "autumn", 1, "box-b@sender.example", START.plus(Duration.ofDays(21))),
                send(ADA, "winter", 1, "box-b@sender.example", START.plus(Duration.ofDays(40))));
        rows.touches(ACME, adas);
        rows.touches(ACME, adas);
        rows.deal(deal(ACME, "ada", ADA, "100", "EUR", START.plus(Duration.ofDays(30))));
        rows.deal(deal(ACME, "ada-before", ADA, "40", "USD", START.minusSeconds(1)));
        rows.deal(deal(ACME, "nobody", "nobody@customer.example", "7.005", "EUR", START));
        rows.deal(deal(ACME, "taken-back", ADA, "5000", "EUR", START.plus(Duration.ofDays(30))));
        rows.deletedDeal(ACME, "taken-back");

        var random = new Random(seed);
        for (int lead = 0; lead < 120; lead++) {
            invent(random, "lead" + lead + "@customer.example");
        }
        for (int n = 0; n < 300; n++) {
            deals.add(inventDeal(random, n));
        }
        rows.touches(RANDOM, sends.stream().filter(send -> !isImplied(send)).toList());
        rows.impliedSends(
                RANDOM, sends.stream().filter(AttributionTest::isImplied).toList());
        deals.forEach(rows::deal);
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    private static boolean isImplied(Send send) {
        return send.eventId().startsWith("implied");
    }

    private void invent(Random random, String lead) {
        int number = random.nextInt(9);
        for (int n = 0; n < number; n++) {
            int step = random.nextInt(4);
            var campaign = random.nextInt(12) == 0 ? "" : "campaign-" + random.nextInt(4);
            // Whole hours, so that instants coincide.
            var at = START.plus(Duration.ofHours(random.nextInt(24 * 60)));
            var account = random.nextInt(10) == 0 ? "" : "box-" + random.nextInt(3) + "@sender.example";
            boolean implied = step > 0 && random.nextInt(5) == 0;
            sends.add(new Send(
                    lead,
                    campaign,
                    new StepVariant(step > 0 ? random.nextInt(2) : 0, step, random.nextInt(3)),
                    account,
                    at,
                    (implied ? "implied-" : "event-") + lead + "-" + n));
        }
    }

    private static Deal inventDeal(Random random, int n) {
        var amount = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
        return deal(
                RANDOM,
                "deal-" + n,
                "lead" + random.nextInt(130) + "@customer.example",
                random.nextInt(50) == 0 ? "99999999999999.9999" : amount.toPlainString(),
                CURRENCIES.get(random.nextInt(CURRENCIES.size())),
                START.plus(Duration.ofHours(random.nextInt(24 * 70))));
    }

    private static Send send(String lead, String campaign, int step, String account, Instant at) {
        return new Send(lead, campaign, new StepVariant(0, step, 1), account, at, campaign + step);
    }

    private static Deal deal(
            OrganizationId organization, String id, String lead, String amount, String currency, Instant at) {
        return new Deal(organization, id, lead, new BigDecimal(amount), currency, at, at);
    }

    @Test
    void eachModelSharesADealOutAsItSays() {
        assertThat(euros(AttributionModel.FIRST_TOUCH)).isEqualTo(Map.of("spring", "100"));
        assertThat(euros(AttributionModel.LAST_TOUCH)).isEqualTo(Map.of("autumn", "100"));
        assertThat(euros(AttributionModel.LINEAR)).isEqualTo(Map.of("spring", "50", "summer", "25", "autumn", "25"));
        assertThat(euros(AttributionModel.POSITION_BASED))
                .isEqualTo(Map.of("spring", "50", "summer", "10", "autumn", "40"));
        // Weights 1 : 2 : 4 : 8 of fifteenths.
        assertThat(euros(AttributionModel.TIME_DECAY))
                .isEqualTo(Map.of("spring", "33.34", "summer", "13.33", "autumn", "53.33"));
    }

    private Map<String, String> euros(AttributionModel model) {
        var report = new RoiQuery(warehouse).run(ACME, RoiQuestion.of(GroupBy.CAMPAIGN, model));
        assertThat(report.unattributed()).containsExactly(money("7.005", "EUR"), money("40", "USD"));
        assertThat(report.closed()).containsExactly(money("107.005", "EUR"), money("40", "USD"));
        assertThat(report.deals()).isEqualTo(3);
        var shares = new TreeMap<String, String>();
        for (var group : report.groups()) {
            assertThat(group.deals()).isEqualTo(1);
            assertThat(group.revenue()).singleElement().satisfies(money -> {
                assertThat(money.currency()).isEqualTo("EUR");
                shares.put(nameOf(group.of()), money.amount().toPlainString());
            });
        }
        return shares;
    }

    @Test
    void onlyEMailsWithinTheWindowHaveAShare() {
        var question = new RoiQuestion(Instant.MIN, Instant.MAX, GroupBy.CAMPAIGN, AttributionModel.LINEAR, 16);

        assertThat(new RoiQuery(warehouse).run(ACME, question).groups())
                .extracting(group -> nameOf(group.of()) + " " + group.revenue())
                .containsExactly("autumn " + List.of(money("50", "EUR")), "spring " + List.of(money("50", "EUR")));
    }

    @Test
    void onlyDealsOfThePeriodCount() {
        var question = new RoiQuestion(
                START, START.plus(Duration.ofDays(30)), GroupBy.CAMPAIGN, AttributionModel.LINEAR, 1_000);

        var report = new RoiQuery(warehouse).run(ACME, question);

        assertThat(report.groups()).isEmpty();
        assertThat(report.unattributed()).containsExactly(money("7.005", "EUR"));
    }

    @Test
    void aModelThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> warehouse.query(
                        "SELECT count() AS n FROM attribution(organization_id = 'acme', model = 'best', group_by = 'campaign',"
                                + " from = '2000-01-01 00:00:00', to = '2100-01-01 00:00:00', lookback_days = 100)",
                        Map.of(),
                        row -> row.longValue("n")))
                .hasMessageContaining("first_touch");
    }

    /** Every deal, every model, every grouping, some windows: the same shares, which add up to the deals. */
    @ParameterizedTest
    @EnumSource
    void agreesWithTheReferenceOnRandomHistories(AttributionModel model) {
        for (var groupBy : GroupBy.values()) {
            for (int lookbackDays : List.of(RoiQuestion.WITHOUT_LIMIT, 10)) {
                var question = new RoiQuestion(Instant.MIN, Instant.MAX, groupBy, model, lookbackDays);
                var report = new RoiQuery(warehouse).run(RANDOM, question);

                var actual = new TreeMap<String, BigDecimal>();
                report.groups()
                        .forEach(group -> group.revenue()
                                .forEach(money ->
                                        put(actual, nameOf(group.of()) + " " + money.currency(), money.amount())));
                report.unattributed().forEach(money -> put(actual, "nobody " + money.currency(), money.amount()));
                assertThat(actual).as("seed %d, %s", seed, question).isEqualTo(expected(question));
            }
        }
    }

    private Map<String, BigDecimal> expected(RoiQuestion question) {
        var reference = new AttributionReference(sends);
        var sums = new TreeMap<String, BigDecimal>();
        for (var deal : deals) {
            var shares = reference.share(deal, question.model(), question.lookbackDays(), nameBy(question.groupBy()));
            var total = shares.ofGroups().values().stream().reduce(shares.unattributed(), BigDecimal::add);
            assertThat(total).isEqualByComparingTo(deal.amount());
            shares.ofGroups().forEach((group, share) -> {
                var name = group.isEmpty() ? "nobody" : group;
                put(sums, name + " " + deal.currency(), share);
            });
            put(sums, "nobody " + deal.currency(), shares.unattributed());
        }
        return sums;
    }

    private static void put(Map<String, BigDecimal> sums, String name, BigDecimal amount) {
        if (amount.signum() != 0) {
            sums.merge(name, amount.setScale(9), BigDecimal::add);
        }
    }

    private static Function<Send, String> nameBy(GroupBy groupBy) {
        return switch (groupBy) {
            case CAMPAIGN -> Send::campaignId;
            case ACCOUNT -> Send::account;
            case STEP -> send -> nameOf(new Dimension.Step(send.campaignId(), send.step()));
            case ORGANIZATION -> _ -> "organization";
        };
    }

    private static String nameOf(Dimension of) {
        return switch (of) {
            case Dimension.Organization() -> "organization";
            case Dimension.Campaign(var id) -> id;
            case Dimension.Account(var account) -> account;
            // As wide as the columns are sorted, for remainders that tie.
            case Dimension.Step(var id, var step) ->
                "%s/%05d/%05d/%05d".formatted(id, step.sequence(), step.step(), step.variant());
        };
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
