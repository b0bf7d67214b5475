package io.salesbrain.instantly.rule;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.PauseRule;
import io.salesbrain.events.RuleAction;
import io.salesbrain.events.RuleAction.Moment;
import io.salesbrain.events.RuleAction.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an organization's rules want done that was not done yet, from nothing but the rules, its alerts and what was
 * done: the same for whoever asks, and however often.
 */
final class RulePlan {
    /** Whoever was away longer than this does not make up for it: people have seen to it meanwhile. */
    static final Duration MAKES_UP_FOR = Duration.ofDays(1);

    private final Map<String, Alert> alerts;
    private final Map<String, RuleAction> actions;
    private final Instant now;
    private final List<RuleAction> due = new ArrayList<>();

    private RulePlan(Map<String, Alert> alerts, Map<String, RuleAction> actions, Instant now) {
        this.alerts = alerts;
        this.actions = actions;
        this.now = now;
    }

    /** Both maps by id. */
    static List<RuleAction> due(
            Collection<PauseRule> rules, Map<String, Alert> alerts, Map<String, RuleAction> actions, Instant now) {
        var plan = new RulePlan(alerts, actions, now);
        for (var rule : rules) {
            for (var alert : alerts.values()) {
                if (!alert.isResolved() && rule.concerns(alert)) {
                    plan.pause(rule, alert);
                }
            }
        }
        for (var rule : rules) {
            if (rule.resumes() && !rule.tellOnly()) {
                plan.resume(rule, rules);
            }
        }
        return plan.due;
    }

    private void pause(PauseRule rule, Alert alert) {
        moments(rule, alert).forEach((moment, at) -> {
            var id = RuleAction.id(rule.ruleId(), alert.alertId(), moment);
            if (!actions.containsKey(id) && !at.isBefore(rule.since()) && isRecent(at)) {
                due.add(new RuleAction(
                        alert.organizationId(),
                        id,
                        rule.ruleId(),
                        rule.name(),
                        alert.alertId(),
                        alert.kind(),
                        moment,
                        alert.account(),
                        alert.campaignId(),
                        rule.tellOnly() ? State.TOLD : State.WAITING,
                        "",
                        "",
                        0,
                        now,
                        now,
                        rule.tellOnly() ? null : now));
            }
        });
    }

    /** What a later state of an alert tells too, so that it does not matter which states were seen. */
    private static Map<Moment, Instant> moments(PauseRule rule, Alert alert) {
        var moments = new EnumMap<Moment, Instant>(Moment.class);
        var escalatedAt = alert.escalatedAt();
        boolean wasCriticalAtOnce = escalatedAt != null && !escalatedAt.isAfter(alert.openedAt());
        if (rule.level() == AlertLevel.WARNING || wasCriticalAtOnce) {
            moments.put(Moment.OPENED, alert.openedAt());
        }
        if (escalatedAt != null && !wasCriticalAtOnce) {
            moments.put(Moment.ESCALATED, escalatedAt);
        }
        return moments;
    }

    /** What it paused for alerts that are over, unless something else keeps it paused. */
    private void resume(PauseRule rule, Collection<PauseRule> rules) {
        for (var paused : actions.values()) {
            var id = RuleAction.id(rule.ruleId(), paused.alertId(), Moment.RESOLVED);
            boolean isOurs = paused.ruleId().equals(rule.ruleId())
                    && paused.isPause()
                    && paused.state() == State.DONE
                    && !isOpen(paused.alertId());
            if (isOurs
                    && !actions.containsKey(id)
                    && due.stream().noneMatch(one -> one.actionId().equals(id))
                    && !isKept(paused, rules)
                    && endedAt(paused).filter(this::isRecent).isPresent()) {
                due.add(new RuleAction(
                        paused.organizationId(),
                        id,
                        rule.ruleId(),
                        rule.name(),
                        paused.alertId(),
                        paused.alertKind(),
                        Moment.RESOLVED,
                        paused.account(),
                        paused.campaignId(),
                        State.WAITING,
                        "",
                        "",
                        0,
                        now,
                        now,
                        now));
            }
        }
    }

    /** By another alert that is open still, or by a rule that does not resume. */
    private boolean isKept(RuleAction paused, Collection<PauseRule> rules) {
        return actions.values().stream()
                .filter(other -> wantsPaused(other) && other.isAbout(paused))
                .anyMatch(other -> isOpen(other.alertId())
                        || (!other.decidedAt().isBefore(paused.decidedAt())
                                && rules.stream()
                                        .anyMatch(rule -> rule.ruleId().equals(other.ruleId()) && !rule.resumes())));
    }

    private static boolean wantsPaused(RuleAction action) {
        return switch (action.state()) {
            case DONE, UNCHANGED, WAITING -> action.isPause();
            case TOLD, FAILED -> false;
        };
    }

    /** When the last of what kept it paused was over; empty where that is too long ago to be known. */
    private Optional<Instant> endedAt(RuleAction paused) {
        return actions.values().stream()
                .filter(other -> wantsPaused(other) && other.isAbout(paused))
                .map(other -> alerts.get(other.alertId()))
                .flatMap(alert -> Optional.ofNullable(alert).map(Alert::resolvedAt).stream())
                .max(Instant::compareTo);
    }

    private boolean isOpen(String alertId) {
        var alert = alerts.get(alertId);
        return alert != null && !alert.isResolved();
    }

    private boolean isRecent(Instant at) {
        return !at.isBefore(now.minus(MAKES_UP_FOR));
    }
}
