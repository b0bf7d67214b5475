package io.salesbrain.clickhouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.RoiQuery.GroupBy;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.clickhouse.sink.Records;
import io.salesbrain.clickhouse.sink.RowsForTests;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId OTHER = new OrganizationId("other");

    private final Warehouse warehouse = SharedEngine.warehouse();

    @BeforeAll
    void fill() {
        var _ = Migrations.fromClassPath().apply(warehouse);
        var rows = new RowsForTests(warehouse);
        for (var organization : List.of(ACME, OTHER)) {
            rows.events(IntStream.range(0, 200)
                    .mapToObj(n -> Records.event(organization, n))
                    .toList());
            // Copies, as after a crash, which no answer may show.
            rows.events(IntStream.range(50, 100)
                    .mapToObj(n -> Records.event(organization, n))
                    .toList());
            rows.leadState(Records.leadState(organization, Records.lead(1), 1));
            rows.leadState(Records.leadState(organization, Records.lead(1), 2));
        }
        var campaign = new Dimension.Campaign("campaign-1");
        var account = new Dimension.Account("anna@sender.example");
        var step = new Dimension.Step("campaign-1", new StepVariant(0, 2, 1));
        var nextDay = Records.START.plus(Duration.ofDays(1));
        for (var dimension : List.of(campaign, account, step, new Dimension.Organization())) {
            rows.rates(Records.rateKey(ACME, dimension, Records.START), Records.bucket(1));
            rows.rates(Records.rateKey(ACME, dimension, Records.START), Records.bucket(2));
            rows.rates(Records.rateKey(ACME, dimension, nextDay), Records.bucket(5));
            rows.rates(Records.rateKey(OTHER, dimension, Records.START), Records.bucket(1000));
        }
        rows.cost(Records.cost(ACME, "one", "10.5", "EUR"));
        rows.cost(Records.cost(ACME, "two", "0.25", "EUR"));
        rows.cost(Records.cost(ACME, "three", "7", "USD"));
        rows.cost(Records.costOf(ACME, "four", "3", null, "anna@sender.example"));
        rows.cost(Records.costOf(ACME, "five", "100", null, null));
        rows.cost(Records.cost(OTHER, "one", "99999", "EUR"));
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void aTimelineHasEveryEventOnceAndTheSendsThatMustHaveHappened() {
        var timeline = new Timeline(warehouse).ofLead(ACME, Records.lead(1), 100);

        assertThat(timeline)
                .extracting(TimelineEntry::eventId)
                .containsExactly(
                        "event-acme-161",
                        "event-acme-121",
                        "event-acme-81",
                        "event-acme-41",
                        "event-acme-1",
                        "inferred-1");
        var inferred = timeline.getLast();
        assertThat(inferred.flags()).containsExactly(EventFlag.INFERRED);
        assertThat(inferred.type()).isEqualTo(EventType.EMAIL_SENT);
        assertThat(inferred.at()).isEqualTo(Records.START.minusSeconds(60));
        assertThat(inferred.step()).isEqualTo(new StepVariant(0, 2, 1));
        assertThat(timeline.get(2).raw())
                .isEqualTo(Records.event(ACME, 81).event().raw());
        assertThat(new Timeline(warehouse).ofLead(ACME, Records.lead(1), 2)).isEqualTo(timeline.subList(0, 2));
        assertThat(new Timeline(warehouse).ofLead(ACME, "nobody@customer.example", 10))
                .isEmpty();
    }

    @Test
    void aTimelineShowsWhatTheModelMadeOfAReply() {
        var replies = new Timeline(warehouse).ofLead(ACME, Records.lead(5), 100);

        assertThat(replies).isNotEmpty().allSatisfy(reply -> {
            assertThat(reply.type()).isEqualTo(EventType.REPLY_RECEIVED);
            assertThat(reply.category()).contains(ReplyCategory.INTERESTED);
            assertThat(reply.snippet()).startsWith("Sounds good, number ");
        });
    }

    @Test
    void messagesComeInPagesWithoutGapOrOverlap() {
        var messages = new Messages(warehouse);
        var expected = IntStream.range(0, 200)
                .filter(n -> n % 3 == 1 && (n % 5 == 0 || n % 2 == 1))
                .mapToObj(n -> "event-acme-" + n)
                .collect(Collectors.toCollection(ArrayList::new))
                .reversed();
        var seen = new ArrayList<String>();
        Optional<Messages.Before> before = Optional.empty();
        List<Message> page;
        do {
            page = messages.ofCampaign(ACME, "campaign-1", 7, before);
            page.forEach(message -> seen.add(message.eventId()));
            before = page.isEmpty() ? before : Optional.of(page.getLast().before());
        } while (!page.isEmpty());

        assertThat(seen).isEqualTo(expected);
        assertThatThrownBy(() -> messages.ofCampaign(ACME, "campaign-1", 0, Optional.empty()))
                .hasMessageContaining("limit");
    }

    @Test
    void campaignsAreCalledWhatTheirLatestEventSays() {
        assertThat(new CampaignNames(warehouse).of(ACME))
                .isEqualTo(Map.of(
                        "campaign-0", "Campaign campaign-0 v1",
                        "campaign-1", "Campaign campaign-1 v1",
                        "campaign-2", "Campaign campaign-2 v1"));
        assertThat(new CampaignNames(warehouse).of(new OrganizationId("empty"))).isEmpty();
    }

    @Test
    void roiKeepsCurrenciesAndOrganizationsApart() {
        var roi = new RoiQuery(warehouse);
        var firstDay = roi.run(
                ACME,
                new RoiQuestion(
                        Records.START.minus(Duration.ofHours(1)),
                        Records.START,
                        GroupBy.CAMPAIGN,
                        AttributionModel.LINEAR,
                        RoiQuestion.WITHOUT_LIMIT));

        assertThat(firstDay.groups()).singleElement().satisfies(group -> {
            assertThat(group.of()).isEqualTo(new Dimension.Campaign("campaign-1"));
            assertThat(group.counts()).isEqualTo(Records.bucket(2).counts());
            assertThat(group.cost()).isEmpty();
        });
        var all = allTime(GroupBy.CAMPAIGN);
        assertThat(all.groups()).singleElement().satisfies(group -> {
            assertThat(group.counts().get(Metric.EMAILS_SENT)).isEqualTo(7);
            assertThat(group.cost()).containsExactly(money("10.75", "EUR"), money("7", "USD"));
        });
        assertThat(all.unattributedCost()).containsExactly(money("103", "EUR"));

        var byAccount = allTime(GroupBy.ACCOUNT);
        assertThat(byAccount.groups()).singleElement().satisfies(group -> {
            assertThat(group.of()).isEqualTo(new Dimension.Account("anna@sender.example"));
            assertThat(group.cost()).containsExactly(money("3", "EUR"));
        });
        assertThat(byAccount.unattributedCost()).containsExactly(money("110.75", "EUR"), money("7", "USD"));

        var byStep = allTime(GroupBy.STEP);
        assertThat(byStep.groups())
                .extracting(RoiReport.Group::of)
                .containsExactly(new Dimension.Step("campaign-1", new StepVariant(0, 2, 1)));
        assertThat(byStep.unattributedCost()).containsExactly(money("113.75", "EUR"), money("7", "USD"));

        var whole = allTime(GroupBy.ORGANIZATION);
        assertThat(whole.groups())
                .singleElement()
                .satisfies(
                        group -> assertThat(group.cost()).containsExactly(money("113.75", "EUR"), money("7", "USD")));
        assertThat(whole.unattributedCost()).isEmpty();
    }

    private RoiReport allTime(GroupBy groupBy) {
        return new RoiQuery(warehouse).run(ACME, RoiQuestion.of(groupBy, AttributionModel.LINEAR));
    }

    @Test
    void overviewsKeepOrganizationsApart() {
        var overviews = new Overviews(warehouse);

        assertThat(overviews.cohorts(ACME, 10)).isEmpty();
        var cells = overviews.heatmap(ACME, Optional.empty());
        assertThat(cells.stream().mapToLong(HeatmapCell::replies).sum()).isEqualTo(40);
        // A Sunday, and nobody's time zone is known.
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.weekday()).isEqualTo(7);
            assertThat(cell.hour()).isEqualTo(10);
            assertThat(cell.repliesInKnownZone()).isZero();
        });
        assertThat(overviews.heatmap(ACME, Optional.of("campaign-1")).stream()
                        .mapToLong(HeatmapCell::replies)
                        .sum())
                .isEqualTo(13);
    }

    @Test
    void theOverviewShowsTheCampaignsOfOneOrganization() {
        assertThat(warehouse.query(
                        "SELECT campaign_id, campaign_name, emails_sent, emails_delivered, open_rate"
                                + " FROM campaign_overview(organization_id = {organization_id:String})",
                        Map.of("organization_id", ACME.value()),
                        row -> List.of(
                                row.string("campaign_id"),
                                row.string("campaign_name"),
                                row.longValue("emails_sent"),
                                row.longValue("emails_delivered"),
                                row.doubleValue("open_rate"))))
                .containsExactly(List.of("campaign-1", "Campaign campaign-1 v1", 7L, -7L, 23 / 4.0));
    }

    /** Every question about an organization's rows names it first. */
    @Test
    void noQueryIsWithoutAnOrganization() {
        assertThat(Stream.of(Timeline.class, Messages.class, CampaignNames.class, RoiQuery.class, Overviews.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .toList())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getParameterTypes()).startsWith(OrganizationId.class));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
