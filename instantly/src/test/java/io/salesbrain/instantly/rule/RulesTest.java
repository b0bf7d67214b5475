package io.salesbrain.instantly.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertEnding;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AuditEntry;
import io.salesbrain.events.OrganizationRules;
import io.salesbrain.events.PauseRule;
import io.salesbrain.events.PauseRule.Target;
import io.salesbrain.events.RuleAction;
import io.salesbrain.events.RuleAction.Moment;
import io.salesbrain.events.RuleAction.State;
import io.salesbrain.events.Topics;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.instantly.client.AccountStatus;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.instantly.client.CampaignStatus;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.sync.Desk;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules against the stand-in Instantly, over a real log. */
class RulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void connect() throws Exception {
        desk = new Desk(folder, SimulatorServer.start("127.0.0.1", 0, 11, Habits.PERFECT, 1, Crowd.NONE));
        desk.app.connector().connect(Desk.ACME, "key-of-acme", Optional.empty());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private InstantlyClient client() {
        return desk.app.desk().client(Desk.ACME);
    }

    private List<Campaign> running() throws InterruptedException {
        return client().campaigns().list().all().stream()
                .filter(campaign -> campaign.status().is(CampaignStatus.ACTIVE))
                .toList();
    }

    private void set(PauseRule... rules) throws InterruptedException {
        desk.app.rules().put(new OrganizationRules(Desk.ACME, List.of(rules), now()));
    }

    private static PauseRule rule(AlertKind kind, boolean resumes, boolean tellOnly) {
        return new PauseRule(
                "rule-" + kind.label(),
                "When " + kind.label(),
                List.of(kind),
                AlertLevel.WARNING,
                List.of(Target.values()),
                List.of(),
                resumes,
                tellOnly,
                now());
    }

    private record Said(String id, AlertKind kind, String account, String campaignId, Instant openedAt) {
        Alert alert(@Nullable Instant escalatedAt, @Nullable Instant resolvedAt) {
            return new Alert(
                    Desk.ACME,
                    id,
                    kind,
                    escalatedAt == null ? AlertLevel.WARNING : AlertLevel.CRITICAL,
                    account,
                    campaignId,
                    openedAt,
                    now(),
                    escalatedAt,
                    resolvedAt,
                    resolvedAt == null ? null : AlertEnding.RECOVERED,
                    null,
                    0,
                    null);
        }
    }

    private Said say(String id, AlertKind kind, String account, String campaignId) throws InterruptedException {
        var said = new Said(id, kind, account, campaignId, now());
        say(said.alert(null, null));
        return said;
    }

    private void say(Alert alert) throws InterruptedException {
        desk.writer.appendAndWait(Topics.ALERTS, alert.key(), alert);
    }

    private RuleAction over(String alertId, Moment moment) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> desk
                                .app
                                .rules()
                                .list(
                                        Desk.ACME,
                                        action -> action.alertId().equals(alertId)
                                                && action.moment() == moment
                                                && action.isOver(),
                                        Optional.empty(),
                                        10)
                                .stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private boolean isPaused(Campaign campaign) throws InterruptedException {
        return client().campaigns().get(campaign.id()).status().is(CampaignStatus.PAUSED);
    }

    @Test
    void aCampaignIsPausedOncePerOpeningAndEscalationAndResumedInTheEnd() throws Exception {
        var campaign = running().getFirst();
        var audited = new CopyOnWriteArrayList<AuditEntry>();
        try (var audit = TopicFollower.fromStart(
                desk.log, Topics.AUDIT, (_, _, _, entry) -> audited.add(Objects.requireNonNull(entry)))) {
            audit.awaitCaughtUp(PATIENCE);
            var told = new CopyOnWriteArrayList<RuleAction>();
            desk.app.rules().tell(told::add);
            set(rule(AlertKind.BOUNCE_RATE, true, false));
            var said = say("a", AlertKind.BOUNCE_RATE, "", campaign.id());
            var paused = over("a", Moment.OPENED);
            assertThat(paused.state()).as("%s", paused).isEqualTo(State.DONE);
            assertThat(paused.found()).isEqualTo("active");
            assertThat(paused.answer()).isEqualTo("paused");
            assertThat(isPaused(campaign)).isTrue();
            assertThat(desk.fetched)
                    .as("what Instantly does not push is told at once")
                    .anySatisfy(event -> assertThat(
                                    event.payload().path("event_type").asText())
                            .isEqualTo("campaign_paused"));

            // A person resumes it. That the alert's numbers change, or that another process comes, is no reason to
            // pause.
            client().campaigns().activate(campaign.id());
            try (var other = desk.start()) {
                Awaitility.await().atMost(PATIENCE).until(other::isReady);
                say(said.alert(null, null));
                say("marker", AlertKind.BOUNCE_RATE, "", "no-such-campaign");
                var failed = over("marker", Moment.OPENED);
                assertThat(failed.state()).isEqualTo(State.FAILED);
                assertThat(failed.answer()).contains("404");
                assertThat(isPaused(campaign)).isFalse();

                var escalatedAt = now();
                say(said.alert(escalatedAt, null));
                assertThat(over("a", Moment.ESCALATED).state()).isEqualTo(State.DONE);
                assertThat(isPaused(campaign)).isTrue();

                say(said.alert(escalatedAt, now()));
                var resumed = over("a", Moment.RESOLVED);
                assertThat(resumed.state()).as("%s", resumed).isEqualTo(State.DONE);
                assertThat(resumed.answer()).isEqualTo("active");
                assertThat(isPaused(campaign)).isFalse();
            }
            Awaitility.await().atMost(PATIENCE).until(() -> audited.size() == 3 && told.size() == 4);
            assertThat(audited)
                    .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("rule When bounce_rate"))
                    .extracting(AuditEntry::action)
                    .containsExactly(
                            "POST /api/instantly/campaign/{id}/pause",
                            "POST /api/instantly/campaign/{id}/pause",
                            "POST /api/instantly/campaign/{id}/resume");
        }
    }

    @Test
    void anAccountIsPausedWhatWasPausedIsLeftAndARuleMayOnlyTell() throws Exception {
        var account = client().accounts().list().all().getFirst().email();
        var campaigns = running();
        client().campaigns().pause(campaigns.getFirst().id());
        set(
                rule(AlertKind.ACCOUNT_ERROR, false, false),
                rule(AlertKind.SPAM_RATE, true, false),
                rule(AlertKind.OPEN_RATE_DROP, true, true));
        say("error", AlertKind.ACCOUNT_ERROR, account, "");
        assertThat(over("error", Moment.OPENED).state()).isEqualTo(State.DONE);
        assertThat(client().accounts().get(account).status().is(AccountStatus.PAUSED))
                .isTrue();

        var spam = say("spam", AlertKind.SPAM_RATE, "", campaigns.getFirst().id());
        assertThat(over("spam", Moment.OPENED).state()).isEqualTo(State.UNCHANGED);
        say(spam.alert(null, now()));

        say("drop", AlertKind.OPEN_RATE_DROP, "", campaigns.getLast().id());
        assertThat(over("drop", Moment.OPENED).state()).isEqualTo(State.TOLD);
        assertThat(isPaused(campaigns.getFirst()))
                .as("it was so before the rule came")
                .isTrue();
        assertThat(isPaused(campaigns.getLast())).isEqualTo(campaigns.size() == 1);
    }

    @Test
    void whatFailsForAWhileIsTriedAgainAndThenGivenUpWithTheReason() throws Exception {
        var campaign = running().getFirst();
        set(rule(AlertKind.BOUNCE_RATE, false, false));
        desk.instantly.close();
        say("a", AlertKind.BOUNCE_RATE, "", campaign.id());
        var failed = over("a", Moment.OPENED);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.attempts()).isEqualTo(4);
        assertThat(failed.answer()).contains("gave no answer");
        assertThat(failed.nextTryAt()).isNull();
    }

    @Test
    void whatOneProcessBeganTheNextOneEnds() throws Exception {
        var campaign = running().getFirst();
        var rule = rule(AlertKind.BOUNCE_RATE, true, false);
        // As if the process had ended between Instantly's answer and writing it down.
        client().campaigns().pause(campaign.id());
        var said = new Said("a", AlertKind.BOUNCE_RATE, "", campaign.id(), now());
        var begun = new RuleAction(
                Desk.ACME,
                RuleAction.id(rule.ruleId(), "a", Moment.OPENED),
                rule.ruleId(),
                rule.name(),
                "a",
                AlertKind.BOUNCE_RATE,
                Moment.OPENED,
                "",
                campaign.id(),
                State.WAITING,
                "active",
                "",
                0,
                now(),
                now(),
                now());
        say(said.alert(null, null));
        desk.writer.appendAndWait(Topics.INSTANTLY_RULE_ACTIONS, begun.key(), begun);
        try (InstantlyApp other = desk.start()) {
            Awaitility.await().atMost(PATIENCE).until(other::isReady);
            set(rule);
            assertThat(over("a", Moment.OPENED).state()).as("it was us").isEqualTo(State.DONE);
        }
    }
}
