package io.salesbrain.clickhouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.AttributionReference.Send;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.clickhouse.sink.Records;
import io.salesbrain.clickhouse.sink.RowsForTests;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an organization is told does not depend on another one that has the same leads, campaigns, mailboxes and ids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApartTest {
    private static final OrganizationId OURS = new OrganizationId("apart-ours");
    private static final OrganizationId THEIRS = new OrganizationId("apart-theirs");
    private static final int EVENTS = 120;

    private final Warehouse warehouse = SharedEngine.warehouse();

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void anothersRowsChangeNothing() {
        var _ = Migrations.fromClassPath().apply(warehouse);
        fill(OURS, 1);
        var before = answers();
        assertThat(before)
                .allSatisfy((question, answer) ->
                        assertThat(answer.toString()).as(question).isNotIn("[]", "{}", "Optional.empty"));

        fill(THEIRS, 7);
        // They have opened everything that was ever sent to our leads.
        new RowsForTests(warehouse)
                .events(IntStream.range(0, EVENTS)
                        .mapToObj(n -> event(THEIRS, n, EventType.EMAIL_OPENED))
                        .toList());

        assertThat(answers()).isEqualTo(before);
    }

    private static ScoredEvent event(OrganizationId organization, int n, EventType type) {
        var like = Records.event(organization, n).event();
        return Records.event(organization, n + EVENTS, like.at(), type, like.leadEmail(), like.campaignId(), null);
    }

    private void fill(OrganizationId organization, int times) {
        var rows = new RowsForTests(warehouse);
        var events = new ArrayList<ScoredEvent>();
        for (int n = 0; n < EVENTS * times; n++) {
            events.add(Records.event(organization, n));
        }
        events.add(Records.event(
                organization, 9_999, EventType.EMAIL_SENT, Records.lead(1), "campaign-of-" + organization, null));
        rows.events(events);
        rows.correspondence(events);
        rows.leadState(Records.leadState(organization, Records.lead(1), times));
        rows.touches(
                organization,
                IntStream.range(0, 3 * times)
                        .mapToObj(n -> new Send(
                                Records.lead(1),
                                "campaign-" + n % 3,
                                new StepVariant(0, 1, 1),
                                "anna@sender.example",
                                Records.START.minusSeconds(n),
                                "touch-" + n))
                        .toList());
        for (var dimension : List.of(
                new Dimension.Campaign("campaign-1"),
                new Dimension.Account("anna@sender.example"),
                new Dimension.Step("campaign-1", new StepVariant(0, 2, 1)),
                new Dimension.Organization())) {
            rows.rates(Records.rateKey(organization, dimension, Records.START), Records.bucket(times));
        }
        rows.cost(Records.cost(organization, "ads", Integer.toString(times), "EUR"));
        rows.cost(Records.costOf(organization, "all", Integer.toString(times), null, null));
        rows.cost(Records.cost(organization, "of-" + organization, "1", "EUR"));
        rows.deal(Records.deal(organization, "of-" + organization, "1"));
        rows.deal(Records.deal(organization, "first", Integer.toString(100 * times)));
    }

    /** By question, whatever the API asks. */
    private Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("timeline", new Timeline(warehouse).ofLead(OURS, Records.lead(1), 1_000));
        answers.put("messages", new Messages(warehouse).ofCampaign(OURS, "campaign-1", 1_000, Optional.empty()));
        answers.put("names", new CampaignNames(warehouse).of(OURS));
        answers.put(
                "replies",
                new Letters(warehouse)
                        .replies(
                                OURS,
                                List.of(Records.lead(5)),
                                List.of("event-" + OURS + "-5", "event-" + THEIRS + "-5")));
        answers.put("conversation", new Letters(warehouse).conversation(OURS, Records.lead(1), "campaign-1", 1_000));
        answers.put(
                "search",
                new Correspondence(warehouse)
                        .search(OURS, SearchQuestion.of("sounds").orElseThrow(), Optional.empty(), 1_000));
        answers.put("heatmap", new Overviews(warehouse).heatmap(OURS, Optional.empty()));
        for (var table : LedgerTable.values()) {
            answers.put(
                    "recorded in " + table,
                    new LedgerLookup(warehouse).recordedAt(OURS, table, table == LedgerTable.COSTS ? "ads" : "first"));
        }
        for (var table : LedgerTable.values()) {
            answers.put(
                    "theirs in " + table,
                    new LedgerLookup(warehouse)
                            .recordedAt(OURS, table, "of-" + THEIRS)
                            .isPresent());
        }
        for (var model : AttributionModel.values()) {
            for (var groupBy : RoiQuery.GroupBy.values()) {
                answers.put(
                        model + " by " + groupBy, new RoiQuery(warehouse).run(OURS, RoiQuestion.of(groupBy, model)));
            }
        }
        for (var view : List.of(
                "campaign_overview()",
                "campaign_roi(model = 'linear', )",
                "threads()",
                "messages(campaign_id = '', )",
                "lead_timeline(lead_email = 'lead1@customer.example', )")) {
            answers.put(
                    view,
                    warehouse.query(
                            "SELECT toString(tuple(*)) AS line FROM "
                                    + view.replace(")", "organization_id = {organization_id:String})")
                                    + " ORDER BY line",
                            Map.of("organization_id", OURS.value()),
                            row -> row.string("line")));
        }
        return answers;
    }
}
