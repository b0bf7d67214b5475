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
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import io.salesbrain.query.ApiServer;
import io.salesbrain.query.Leads;
import io.salesbrain.query.Replies;
import io.salesbrain.query.routes.WebhookOperation;
import io.salesbrain.tenancy.CreatedOrganization;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An organization with something of everything, so that each example finds what it asks for. */
final class Sample {
    static final ApiServer SERVER = ApiServer.shared();
    private static final Instant NOW = ApiServer.NOW;
    private static final OrganizationId ID = new OrganizationId("acme");
    private static final AtomicLong SERIAL = new AtomicLong();

    final CreatedOrganization owner = SERVER.organization(ID.value(), "Acme Ltd");
    final List<Route> routes;
    final OwnDocument document = new OwnDocument(SERVER.json("", "/openapi.json"));

    /** One for all tests of this JVM; made at the first call. */
    static Sample shared() {
        return Holder.SAMPLE;
    }

    private static final class Holder {
        static final Sample SAMPLE = new Sample();
    }

    private Sample() {
        routes = Stream.concat(
                        Stream.of(
                                new Route("POST", "/webhooks/instantly/webhook", Door.WEBHOOK, WebhookOperation.POST)),
                        SERVER.endpoints().stream().flatMap(endpoint -> {
                            var described = endpoint.metadata(Described.class);
                            return described == null
                                    ? Stream.of()
                                    : Stream.of(new Route(
                                            endpoint.method.name(),
                                            endpoint.path,
                                            described.door(),
                                            described.operation()));
                        }))
                .sorted(Route.ORDER)
                .toList();
        fillShelf();
        SERVER.write(Replies.with(
                Leads.state(
                        ID,
                        "ada@example.com",
                        false,
                        Leads.open("campaign-1", NOW.minus(Duration.ofDays(2)), 0.9),
                        Leads.reply("campaign-1", NOW.minus(Duration.ofDays(1)))),
                List.of(Replies.reply(
                        "event-1", "event-1", NOW.minus(Duration.ofDays(1)), ReplyCategory.MEETING_REQUEST))));
        figures(new Dimension.Organization());
        figures(new Dimension.Campaign("campaign-1"));
        figures(new Dimension.Account("sales@agency.example"));
        figures(new Dimension.Step("campaign-1", new StepVariant(0, 1, 1)));
        figures(new Dimension.Step("campaign-1", new StepVariant(0, 1, 2)));
        var followUp = new FollowUp(
                ID,
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
                new Addressee("Ada", "Lovelace", "Analytical Ltd", null, "GB", "en"));
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.FOLLOW_UPS, followUp.key(), followUp));
        var alert = new Alert(
                ID,
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
                new AlertMeasure(9, 112, 0.02, 0.043, 0.146, 0.9996, NOW.minus(Duration.ofDays(1)), NOW),
                0,
                null);
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.ALERTS, alert.key(), alert));
        for (var path : List.of(
                "/api/leads/ada@example.com",
                "/api/inbox/event-1",
                "/api/alerts/alert-of-sales",
                "/api/instantly/stats",
                "/api/instantly/campaign/campaign-1/stats",
                "/api/instantly/email-account/sales@agency.example/stats")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(SERVER.get(owner.apiKey(), path).body())
                                    .as(path)
                                    .doesNotContain("\"error\":{\"code\""));
        }
    }

    private static void figures(Dimension dimension) {
        var counts = Counts.zero();
        counts.add(Metric.EMAILS_SENT, 40);
        counts.add(Metric.LEADS_CONTACTED, 38);
        counts.add(Metric.LEADS_OPENED, 19);
        counts.add(Metric.COHORT_LEADS_OPENED, 19);
        counts.add(Metric.LEADS_REPLIED, 3);
        counts.add(Metric.COHORT_LEADS_REPLIED, 3);
        counts.add(Metric.POSITIVE_REPLIES, 1);
        counts.add(Metric.COHORT_POSITIVE_REPLIES, 1);
        SERVER.write(new RateKey(ID, dimension, RateKey.hourOf(NOW.toEpochMilli())), new RateBucket(counts, 1, NOW));
    }

    private static void fillShelf() {
        var shelf = SERVER.archive.of(ID);
        shelf.names.put("campaign-1", "Spring");
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
                "Sounds good, can we talk on Tuesday?",
                "{\"event_type\":\"reply_received\",\"first_name\":\"Ada\"}"));
        shelf.letters.add(Replies.received(
                "event-1",
                "ada@example.com",
                NOW.minus(Duration.ofDays(1)),
                "Re: Hello",
                "Sounds good, can we talk on Tuesday?",
                ""));
        shelf.messages.add(new Message(
                "event-1",
                EventType.REPLY_RECEIVED,
                NOW.minus(Duration.ofDays(1)),
                "ada@example.com",
                "sales@agency.example",
                new StepVariant(0, 1, 1),
                "",
                "Re: Hello",
                "Sounds good, can we talk on Tuesday?",
                "",
                "Sounds good, can we talk on Tuesday?",
                Optional.of(ReplyCategory.MEETING_REQUEST),
                false,
                List.of()));
        var counts = Counts.zero();
        counts.add(Metric.LEADS_CONTACTED, 38);
        counts.add(Metric.POSITIVE_REPLIES, 1);
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
        shelf.cohorts.add(new CohortWeek(LocalDate.of(2026, 3, 2), 38, 19, 4, 3, 1, 1, 0));
        shelf.heatmap.add(new HeatmapCell(2, 9, 3, 1, 2));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    /** The target with what there is now in the place of what examples cannot know: ids that are given, and used up. */
    String real(String target) {
        var real = target;
        if (real.contains("credential-1")) {
            var path = "/api/admin/organizations/" + ID + "/credentials";
            var made = SERVER.send(ApiServer.ADMIN, "POST", path, "{\"scope\":\"api\"}");
            real = real.replace(
                    "credential-1",
                    ApiServer.read(made.body()).path("credential_id").asText());
        }
        if (real.contains("target-1")) {
            // Loopback is refused at delivery, so nothing leaves this machine.
            var made = SERVER.send(
                    owner.apiKey(),
                    "POST",
                    "/api/alert-targets",
                    "{\"kind\":\"slack\",\"url\":\"https://localhost:1/sales\"}");
            real = real.replace(
                    "target-1", ApiServer.read(made.body()).path("target_id").asText());
        }
        if (real.contains("member-1")) {
            real = real.replace("member-1", made("/api/team/members", "{\"name\":\"Lena\"}", "member_id"));
        }
        if (real.contains("note-1")) {
            real = real.replace("note-1", made("/api/inbox/event-1/notes", "{\"text\":\"Call her.\"}", "note_id"));
        }
        if (real.contains("019ca12f8a900123456789abcdef")) {
            real = real.replace("019ca12f8a900123456789abcdef", quarantined());
        }
        return real;
    }

    private String made(String path, String body, String id) {
        return ApiServer.read(SERVER.send(owner.apiKey(), "POST", path, body).body())
                .path(id)
                .asText();
    }

    private static String quarantined() {
        var id = String.format(Locale.ROOT, "%012x%016x", System.currentTimeMillis(), -SERIAL.incrementAndGet());
        var record = new Quarantined(
                id,
                ID,
                QuarantineReason.MISSING_LEAD_EMAIL,
                "",
                0,
                Base64.getEncoder().encodeToString("sound".getBytes(StandardCharsets.UTF_8)),
                5,
                "00",
                Map.of("content-type", "application/json"),
                NOW);
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.QUARANTINE, ID.value(), record));
        return id;
    }

    String key(Door door) {
        return switch (door) {
            case OPEN -> "";
            case WEBHOOK -> owner.webhookSecret();
            case ORGANIZATION, ANY -> owner.apiKey();
            case ADMIN -> ApiServer.ADMIN;
        };
    }
}
