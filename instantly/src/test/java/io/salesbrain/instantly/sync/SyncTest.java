package io.salesbrain.instantly.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.events.Counts;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.Metric;
import io.salesbrain.instantly.client.Analytics;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Patience;
import io.salesbrain.tenancy.CredentialStatus;
import io.salesbrain.tenancy.Principal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections, syncs and repairs against the stand-in Instantly. */
class SyncTest {
    private static final String KEY = "key-of-acme";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private static SimulatorServer simulator(Habits habits, double eventsPerSecond, Crowd crowd) {
        return SimulatorServer.start("127.0.0.1", 0, 11, habits, eventsPerSecond, crowd);
    }

    @Test
    void aConnectionIsMadeShownTriedAndTakenBack() throws Exception {
        try (var desk = new Desk(folder, simulator(Habits.PERFECT, 1, Crowd.NONE))) {
            var status = desk.app.connector().connect(Desk.ACME, KEY, Optional.empty());
            assertThat(status.missing()).isEmpty();
            assertThat(status.webhook()).isEqualTo("active");
            var connection = status.connection().orElseThrow();
            assertThat(connection.sealedKey()).doesNotContain(KEY);
            assertThat(connection.toString()).doesNotContain(KEY).doesNotContain(connection.sealedKey());
            assertThat(connection.keyHint()).isEqualTo("…acme");

            // Instantly posts with a secret of its own, which opens the webhook path of this organization.
            Awaitility.await().atMost(PATIENCE).until(() -> !desk.secretsSeen.isEmpty());
            var secret = desk.secretsSeen.iterator().next().substring("Bearer ".length());
            assertThat(secret).isNotEqualTo(desk.organization.webhookSecret());
            assertThat(desk.directory.authenticate(secret)).containsInstanceOf(Principal.WebhookSecret.class);

            // A second time: the same webhook with another secret, the old one opens nothing.
            var again = desk.app
                    .connector()
                    .connect(Desk.ACME, KEY, Optional.empty())
                    .connection()
                    .orElseThrow();
            assertThat(again.webhookId()).isEqualTo(connection.webhookId());
            assertThat(desk.directory.authenticate(secret)).isEmpty();

            // Another process knows it as well.
            try (var other = desk.start()) {
                Awaitility.await().atMost(PATIENCE).until(other::isReady);
                assertThat(other.connector().status(Desk.ACME).webhook()).isEqualTo("active");
            }

            desk.app.connector().disconnect(Desk.ACME);
            assertThat(desk.app.connector().status(Desk.ACME).missing())
                    .containsExactly("No API key of Instantly's is stored.");
            assertThat(desk.directory.credentials(Desk.ACME).stream()
                            .filter(credential -> credential.status() == CredentialStatus.ACTIVE))
                    .hasSize(2);
            assertThatThrownBy(() -> desk.app.desk().sync(Desk.ACME)).isInstanceOf(SyncDesk.NotConnected.class);
        }
    }

    @Test
    void aBadKeyIsNotStored() throws Exception {
        try (var desk = new Desk(folder, simulator(Habits.PERFECT, 1, Crowd.NONE))) {
            desk.instantly.close();
            assertThatThrownBy(() -> desk.app.connector().connect(Desk.ACME, KEY, Optional.empty()))
                    .isInstanceOf(InstantlyException.class);
            assertThat(desk.app.connector().status(Desk.ACME).connection()).isEmpty();
        }
    }

    @Test
    void whatInstantlyNeverPushesIsToldOnceWithItsEvidence() throws Exception {
        try (var desk = new Desk(folder, simulator(Habits.PERFECT, 1, Crowd.NONE))) {
            desk.app.connector().connect(Desk.ACME, KEY, Optional.empty());
            assertThat(desk.instantly.finish(PATIENCE)).isTrue();
            var first = desk.app.desk().sync(Desk.ACME);
            assertThat(first.get("problems")).isEqualTo(List.of());
            assertThat(types(desk)).contains("campaign_started", "campaign_completed", "lead_completed");
            assertThat(told(desk)).allSatisfy(event -> {
                assertThat(event.flags()).containsExactly(EventFlag.SYNTHETIC);
                assertThat(event.payload().at("/salesbrain_evidence/source").asText())
                        .contains("/api/v2/");
                assertThat(event.payload().path("workspace").asText()).isNotEmpty();
            });

            desk.fetched.clear();
            var second = desk.app.desk().sync(Desk.ACME);
            assertThat(told(desk)).as("%s", second).isEmpty();
            assertThat(second.get("changes")).isEqualTo(List.of());

            var client = desk.app.desk().client(Desk.ACME);
            var running = client.campaigns().list().all().stream()
                    .filter(campaign -> campaign.status().code() == 1)
                    .findFirst()
                    .orElseThrow();
            client.campaigns().pause(running.id());
            var third = desk.app.desk().sync(Desk.ACME);
            assertThat(types(desk)).containsExactly("campaign_paused");
            var event = told(desk).getFirst().payload();
            assertThat(event.path("campaign_id").asText()).isEqualTo(running.id());
            assertThat(event.at("/salesbrain_evidence/status_before").asText()).isEqualTo("1 active");
            assertThat(Instant.parse(event.path("timestamp").asText()))
                    .as("when Instantly changed it, not when we looked")
                    .isEqualTo(client.campaigns().get(running.id()).updatedAt().orElseThrow());
            assertThat(String.valueOf(third.get("changes"))).contains("from=active", "to=paused");
        }
    }

    @Test
    void aLargeWorkspaceIsListedCompletely() throws Exception {
        try (var desk = new Desk(folder, simulator(Habits.PERFECT, 1, new Crowd(11_997, 152)))) {
            desk.app.connector().connect(Desk.ACME, KEY, Optional.empty());
            var client = desk.app.desk().client(Desk.ACME);
            var accounts = client.accounts().list().all();
            var campaigns = client.campaigns().list().all();
            assertThat(accounts).hasSizeBetween(155, 156);
            assertThat(campaigns).hasSizeBetween(11_999, 12_001);
            assertThat(campaigns.stream().map(campaign -> campaign.id()).distinct())
                    .hasSameSizeAs(campaigns);
        }
    }

    @Test
    void whatWasMissedIsFetchedAndTheWebhookBroughtBack() throws Exception {
        var hasty = Habits.PERFECT.withPatience(new Patience(20, Duration.ofMinutes(1)));
        try (var desk = new Desk(folder, simulator(hasty, 300, Crowd.NONE))) {
            desk.answer.set(503);
            var status = desk.app.connector().connect(Desk.ACME, KEY, Optional.empty());
            assertThat(status.missing()).singleElement().asString().contains("503");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> desk.instantly.report().withheld() > 3_000);
            assertThat(desk.app.connector().status(Desk.ACME).webhook()).isEqualTo("disabled");
            assertThat(desk.instantly.finish(PATIENCE)).isTrue();

            desk.answer.set(202);
            var report = desk.app.desk().sync(Desk.ACME);
            assertThat(report.get("problems")).isEqualTo(List.of());
            assertThat(report.get("repair")).asString().contains("resumed");
            assertThat(desk.app.connector().status(Desk.ACME).webhook()).isEqualTo("active");
            var delivered = desk.known.stream()
                    .filter(payload -> !payload.has(SyntheticEvent.EVIDENCE))
                    .filter(payload -> !payload.path("event_type").asText().equals("webhook_test"))
                    .count();
            assertThat(delivered)
                    .as("%s %s", report, desk.instantly.report())
                    .isEqualTo(desk.instantly.report().generated());
        }
    }

    @Test
    void whatIsMissingIsLookedForInTheUnibox() throws Exception {
        try (var desk = new Desk(folder, simulator(Habits.PERFECT, 1, Crowd.NONE))) {
            desk.app.connector().connect(Desk.ACME, KEY, Optional.empty());
            assertThat(desk.instantly.finish(PATIENCE)).isTrue();
            var figures = desk.app
                    .desk()
                    .client(Desk.ACME)
                    .analytics()
                    .campaigns(Optional.empty(), Analytics.Days.ALL)
                    .getFirst();
            // Of one campaign we have nothing, of the others everything.
            desk.counts = (_, campaign) -> campaign.equals(figures.campaignId()) ? Counts.zero() : plenty();
            var report = desk.app.desk().audit(Desk.ACME, true);
            assertThat((double) Objects.requireNonNull(report.get("completeness")))
                    .isBetween(0.1, 0.9);
            assertThat(desk.fetched)
                    .allSatisfy(event -> assertThat(event.flags()).containsExactly(EventFlag.SYNTHETIC));
            assertThat(desk.fetched.stream().filter(event -> isOf(event, "email_sent")))
                    .hasSize((int) figures.sent());
            assertThat(desk.fetched.stream()
                            .filter(event -> isOf(event, "reply_received") || isOf(event, "auto_reply_received")))
                    .hasSizeGreaterThanOrEqualTo((int) (figures.replies() + figures.automaticReplies()));
            assertThat(desk.app.desk().lastAudit(Desk.ACME)).isPresent();
        }
    }

    private static boolean isOf(Desk.Fetched event, String type) {
        return event.payload().path("event_type").asText().equals(type);
    }

    private static Counts plenty() {
        var counts = Counts.zero();
        for (var metric : Metric.values()) {
            counts.add(metric, 1_000_000);
        }
        return counts;
    }

    /** What a sync made itself; a delivery that just failed may have been fetched besides. */
    private static List<Desk.Fetched> told(Desk desk) {
        return desk.fetched.stream()
                .filter(event -> event.payload().has(SyntheticEvent.EVIDENCE))
                .toList();
    }

    private static List<String> types(Desk desk) {
        return told(desk).stream()
                .map(event -> event.payload().path("event_type").asText())
                .distinct()
                .toList();
    }
}
