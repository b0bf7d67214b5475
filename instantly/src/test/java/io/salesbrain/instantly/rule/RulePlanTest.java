package io.salesbrain.instantly.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertEnding;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.PauseRule;
import io.salesbrain.events.PauseRule.Target;
import io.salesbrain.events.RuleAction;
import io.salesbrain.events.RuleAction.Moment;
import io.salesbrain.events.RuleAction.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules want done, from alerts in whatever order and however often they come. */
class RulePlanTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private static final int ROUNDS = 300;

    private final Map<String, Alert> alerts = new HashMap<>();
    private final Map<String, RuleAction> actions = new HashMap<>();

    private static PauseRule rule(String id, AlertLevel level, boolean resumes) {
        return new PauseRule(
                id,
                "Rule " + id,
                List.of(AlertKind.BOUNCE_RATE),
                level,
                List.of(Target.values()),
                List.of(),
                resumes,
                false,
                START);
    }

    private static Alert alert(String id, String campaign, Instant openedAt, @Nullable Instant escalatedAt) {
        return new Alert(
                ACME,
                id,
                AlertKind.BOUNCE_RATE,
                escalatedAt == null ? AlertLevel.WARNING : AlertLevel.CRITICAL,
                campaign.isEmpty() ? "box@acme.example" : "",
                campaign,
                openedAt,
                escalatedAt == null ? openedAt : escalatedAt,
                escalatedAt,
                null,
                null,
                null,
                0,
                null);
    }

    private static Alert over(Alert alert, Instant at) {
        return new Alert(
                ACME,
                alert.alertId(),
                alert.kind(),
                alert.level(),
                alert.account(),
                alert.campaignId(),
                alert.openedAt(),
                at,
                alert.escalatedAt(),
                at,
                AlertEnding.RECOVERED,
                null,
                0,
                null);
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    /** Begins what is due and has it done at once. */
    private List<RuleAction> act(List<PauseRule> rules, Instant now) {
        var due = RulePlan.due(rules, alerts, actions, now);
        due.forEach(action ->
                actions.put(action.actionId(), action.isOver() ? action : action.ended(State.DONE, "paused", now)));
        return due;
    }

    private void say(Alert alert) {
        alerts.put(alert.alertId(), alert);
    }

    @Test
    void onceForAnOpeningAndOnceForAnEscalation() {
        var rules = List.of(rule("r", AlertLevel.WARNING, false));
        say(alert("a", "c", after(1), null));
        assertThat(act(rules, after(1))).singleElement().satisfies(action -> {
            assertThat(action.moment()).isEqualTo(Moment.OPENED);
            assertThat(action.campaignId()).isEqualTo("c");
            assertThat(action.state()).isEqualTo(State.WAITING);
        });
        assertThat(act(rules, after(2))).isEmpty();
        say(alert("a", "c", after(1), after(5)));
        assertThat(act(rules, after(5))).extracting(RuleAction::moment).containsExactly(Moment.ESCALATED);
        say(over(alert("a", "c", after(1), after(5)), after(9)));
        assertThat(act(rules, after(9))).isEmpty();
    }

    @Test
    void aCriticalRuleWaitsUntilItIsCriticalAndOneThatBeginsSoCountsOnce() {
        var rules = List.of(rule("r", AlertLevel.CRITICAL, false));
        say(alert("a", "c", after(1), null));
        assertThat(act(rules, after(1))).isEmpty();
        say(alert("a", "c", after(1), after(3)));
        assertThat(act(rules, after(3))).extracting(RuleAction::moment).containsExactly(Moment.ESCALATED);
        say(alert("b", "d", after(4), after(4)));
        assertThat(act(rules, after(4))).extracting(RuleAction::moment).containsExactly(Moment.OPENED);
    }

    @Test
    void whatWasWrongBeforeTheRuleAndWhatIsLongPastIsLetBe() {
        var rules = List.of(rule("r", AlertLevel.WARNING, false));
        say(alert("before", "c", after(-1), null));
        say(alert("late", "c", after(1), null));
        assertThat(act(rules, after(2))).extracting(RuleAction::alertId).containsExactly("late");
        say(alert("old", "c", after(3), null));
        assertThat(act(rules, after(3).plus(RulePlan.MAKES_UP_FOR).plusMillis(1)))
                .isEmpty();
    }

    @Test
    void aRuleIsForItsKindsCampaignsAndTargetsOnly() {
        var campaigns = new PauseRule(
                "r",
                "R",
                List.of(AlertKind.BOUNCE_RATE),
                AlertLevel.WARNING,
                List.of(Target.values()),
                List.of("c"),
                false,
                true,
                START);
        say(alert("a", "c", after(1), null));
        say(alert("b", "d", after(1), null));
        say(alert("of an account", "", after(1), null));
        assertThat(act(List.of(campaigns), after(1))).singleElement().satisfies(action -> {
            assertThat(action.alertId()).isEqualTo("a");
            assertThat(action.state()).as("it only says so").isEqualTo(State.TOLD);
        });
        var accounts = new PauseRule(
                "s",
                "S",
                List.of(AlertKind.BOUNCE_RATE),
                AlertLevel.WARNING,
                List.of(Target.ACCOUNT),
                List.of(),
                false,
                false,
                START);
        assertThat(act(List.of(accounts), after(1)))
                .extracting(RuleAction::account)
                .containsExactly("box@acme.example");
        var others = new PauseRule(
                "t",
                "T",
                List.of(AlertKind.SPAM_RATE),
                AlertLevel.WARNING,
                List.of(Target.values()),
                List.of(),
                false,
                false,
                START);
        assertThat(act(List.of(others), after(1))).isEmpty();
    }

    @Test
    void whatItPausedIsResumedWhenNothingKeepsItPaused() {
        var rules = List.of(rule("r", AlertLevel.WARNING, true));
        var first = alert("a", "c", after(1), null);
        var second = alert("b", "c", after(2), null);
        say(first);
        say(second);
        assertThat(act(rules, after(2))).hasSize(2);
        say(over(first, after(3)));
        assertThat(act(rules, after(3))).as("the other alert is open").isEmpty();
        say(over(second, after(4)));
        assertThat(act(rules, after(4)))
                .extracting(RuleAction::moment)
                .containsExactly(Moment.RESOLVED, Moment.RESOLVED);
        assertThat(act(rules, after(5))).isEmpty();
    }

    @Test
    void whatWasPausedAlreadyOrByARuleThatDoesNotResumeStaysPaused() {
        var resuming = rule("r", AlertLevel.WARNING, true);
        var keeping = rule("k", AlertLevel.WARNING, false);
        var alert = alert("a", "c", after(1), null);
        say(alert);
        act(List.of(resuming, keeping), after(1));
        say(over(alert, after(2)));
        assertThat(act(List.of(resuming, keeping), after(2))).isEmpty();

        var other = alert("b", "d", after(3), null);
        say(other);
        RulePlan.due(List.of(resuming), alerts, actions, after(3))
                .forEach(action -> actions.put(action.actionId(), action.ended(State.UNCHANGED, "paused", after(3))));
        say(over(other, after(4)));
        assertThat(act(List.of(resuming), after(4))).isEmpty();
    }

    /** The order, the number of deliveries and when somebody looks make no difference to what is done in the end. */
    @Test
    void theSameAlertsGiveTheSameActions() {
        long seed = Long.getLong("rules.seed", System.nanoTime());
        System.out.println("rules.seed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            var rules =
                    List.of(rule("w", AlertLevel.WARNING, random.nextBoolean()), rule("c", AlertLevel.CRITICAL, false));
            var states = states(random);
            var inOrder = played(rules, states, new Random(0), true);
            var shaken = new ArrayList<>(states);
            states.forEach(state -> {
                if (random.nextInt(3) == 0) {
                    shaken.add(state);
                }
            });
            Collections.shuffle(shaken, random);
            // Whatever came in between, the last word is the log's.
            shaken.addAll(latest(states));
            assertThat(played(rules, shaken, random, false))
                    .as("seed %s, round %s", seed, i)
                    .isEqualTo(inOrder);
        }
    }

    private static List<Alert> states(Random random) {
        var states = new ArrayList<Alert>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            var id = "alert-" + i;
            var campaign = random.nextInt(4) == 0 ? "" : "campaign-" + random.nextInt(3);
            var openedAt = after(random.nextInt(600) - 60);
            if (random.nextInt(4) == 0) {
                states.add(alert(id, campaign, openedAt, openedAt));
            } else {
                states.add(alert(id, campaign, openedAt, null));
                if (random.nextBoolean()) {
                    states.add(alert(id, campaign, openedAt, openedAt.plusSeconds(1 + random.nextInt(3_000))));
                }
            }
        }
        return states;
    }

    private static List<Alert> latest(List<Alert> states) {
        Map<String, Alert> latest = new HashMap<>();
        states.forEach(state -> latest.put(state.alertId(), state));
        return List.copyOf(latest.values());
    }

    private static Set<String> played(List<PauseRule> rules, List<Alert> states, Random random, boolean eachTime) {
        var play = new RulePlanTest();
        var now = after(700);
        for (var state : states) {
            play.say(state);
            now = now.plusSeconds(random.nextInt(60));
            if (eachTime || random.nextBoolean()) {
                play.act(rules, now);
            }
        }
        play.act(rules, now);
        return play.actions.values().stream()
                .map(action -> action.ruleId() + " " + action.alertId() + " " + action.moment())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
