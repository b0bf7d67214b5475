package io.salesbrain.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.Addressee;
import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AlertMeasure;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventType;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import io.salesbrain.query.ApiServer;
import io.salesbrain.query.Leads;
import io.salesbrain.query.MemoryArchive;
import io.salesbrain.query.Replies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * Something of everything for one organization. The ids are the same for each, so that whoever mixes two of them up is seen.
 *
 * @param word stands at the end of what people wrote
 * @param times what counts and amounts are multiplied with
 */
record SampleData(OrganizationId id, String word, int times) {
    private static final Instant NOW = ApiServer.NOW;

    void fill(ApiServer server) {
        fillShelf(server.archive.of(id));
        server.write(Replies.with(
                Leads.state(
                        id,
                        "ada@example.com",
                        false,
                        Leads.open("campaign-1", NOW.minus(Duration.ofDays(2)), 0.9),
                        Leads.reply("campaign-1", NOW.minus(Duration.ofDays(1)))),
                List.of(Replies.reply(
                        "event-1", "event-1", NOW.minus(Duration.ofDays(1)), ReplyCategory.MEETING_REQUEST))));
        figures(server, new Dimension.Organization());
        figures(server, new Dimension.Campaign("campaign-1"));
        figures(server, new Dimension.Account("sales@agency.example"));
        figures(server, new Dimension.Step("campaign-1", new StepVariant(0, 1, 1)));
        figures(server, new Dimension.Step("campaign-1", new StepVariant(0, 1, 2)));
        var followUp = new FollowUp(
                id,
                "follow-up-of-ada",
                "ada@example.com",
                "campaign-1",
                FollowUpReason.CLICKED,
                FollowUpState.DUE,
                NOW,
                NOW.minus(Duration.ofDays(3)),
                null,
                NOW,
                NOW.minus(Duration.ofDays(3)),
                NOW.minus(Duration.ofDays(2)),
                null,
                new Addressee("Ada" + word, "Lovelace", "Analytical Ltd", null, "GB", "en"));
        ApiServer.append(() -> server.writer.appendAndWait(Topics.FOLLOW_UPS, followUp.key(), followUp));
        var alert = new Alert(
                id,
                "alert-of-sales",
                AlertKind.BOUNCE_RATE,
                AlertLevel.CRITICAL,
                "sales@agency.example",
                "",
                NOW.minus(Duration.ofHours(5)),
                NOW.minus(Duration.ofHours(1)),
                NOW.minus(Duration.ofHours(1)),
                null,
                null,
                new AlertMeasure(
                        9L * times, 112L * times, 0.02, 0.043, 0.146, 0.9996, NOW.minus(Duration.ofDays(1)), NOW),
                0,
                null);
        ApiServer.append(() -> server.writer.appendAndWait(Topics.ALERTS, alert.key(), alert));
    }

    void awaitVisible(ApiServer server, String key) {
        for (var path : List.of(
                "/api/leads/ada@example.com",
                "/api/inbox/event-1",
                "/api/alerts/alert-of-sales",
                "/api/instantly/stats",
                "/api/instantly/campaign/campaign-1/stats",
                "/api/instantly/email-account/sales@agency.example/stats")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(server.get(key, path).body()).as(path).doesNotContain("\"error\":{\"code\""));
        }
    }

    private void figures(ApiServer server, Dimension dimension) {
        var counts = Counts.zero();
        counts.add(Metric.EMAILS_SENT, 40L * times);
        counts.add(Metric.LEADS_CONTACTED, 38L * times);
        counts.add(Metric.LEADS_OPENED, 19L * times);
        counts.add(Metric.COHORT_LEADS_OPENED, 19L * times);
        counts.add(Metric.LEADS_REPLIED, 3L * times);
        counts.add(Metric.COHORT_LEADS_REPLIED, 3L * times);
        counts.add(Metric.POSITIVE_REPLIES, times);
        counts.add(Metric.COHORT_POSITIVE_REPLIES, times);
        server.write(new RateKey(id, dimension, RateKey.hourOf(NOW.toEpochMilli())), new RateBucket(counts, 1, NOW));
    }

    private void fillShelf(MemoryArchive.Shelf shelf) {
        shelf.names.put("campaign-1", "Spring" + word);
        shelf.timeline.add(new TimelineEntry(
                "event-1",
                EventType.REPLY_RECEIVED,
                "reply_received",
                NOW.minus(Duration.ofDays(1)),
                "campaign-1",
                new StepVariant(0, 1, 1),
                "sales@agency.example",
                List.of(),
                Optional.of(ReplyCategory.MEETING_REQUEST),
                false,
                "Sounds good, can we talk on Tuesday?" + word,
                "{\"event_type\":\"reply_received\",\"first_name\":\"Ada" + word + "\"}"));
        shelf.letters.add(Replies.received(
                "event-1",
                "ada@example.com",
                NOW.minus(Duration.ofDays(1)),
                "Re: Hello" + word,
                "Sounds good, can we talk on Tuesday?" + word,
                ""));
        shelf.messages.add(new Message(
                "event-1",
                EventType.REPLY_RECEIVED,
                NOW.minus(Duration.ofDays(1)),
                "ada@example.com",
                "sales@agency.example",
                new StepVariant(0, 1, 1),
                "",
                "Re: Hello" + word,
                "Sounds good, can we talk on Tuesday?" + word,
                "",
                "Sounds good, can we talk on Tuesday?" + word,
                Optional.of(ReplyCategory.MEETING_REQUEST),
                false,
                List.of()));
        var counts = Counts.zero();
        counts.add(Metric.LEADS_CONTACTED, 38L * times);
        counts.add(Metric.POSITIVE_REPLIES, times);
        shelf.reports.add(new RoiReport(
                List.of(
                        new RoiReport.Group(
                                new Dimension.Campaign("campaign-1"),
                                counts,
                                List.of(euros("149.90")),
                                1,
                                List.of(euros("4800"))),
                        new RoiReport.Group(
                                new Dimension.Step("campaign-1", StepVariant.UNKNOWN),
                                counts,
                                List.of(),
                                0,
                                List.of())),
                List.of(),
                List.of(),
                1,
                List.of(euros("4800"))));
        shelf.cohorts.add(new CohortWeek(LocalDate.of(2026, 3, 2), 38L * times, 19, 4, 3, 1, 1, 0));
        shelf.heatmap.add(new HeatmapCell(2, 9, 3L * times, 1, 2));
    }

    private Money euros(String amount) {
        return new Money(new BigDecimal(amount).multiply(BigDecimal.valueOf(times)), "EUR");
    }
}
