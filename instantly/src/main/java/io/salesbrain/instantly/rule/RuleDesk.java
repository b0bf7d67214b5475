package io.salesbrain.instantly.rule;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.AuditEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RuleAction;
import io.salesbrain.events.RuleAction.State;
import io.salesbrain.events.Topics;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.connection.KeyRing;
import io.salesbrain.instantly.sync.SyncDesk;
import io.salesbrain.instantly.sync.Turns;
import io.salesbrain.log.LogWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what rules want, for the organizations of this process. Everything is written down before Instantly is asked and
 * after it has answered, so that whoever takes over goes on where this one stopped.
 */
public final class RuleDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleDesk.class);
    private static final int AT_ONCE = 4;
    private static final int OK = 200;
    /** Without news they are looked at now and then all the same: for what is to be tried again, or was taken over. */
    private static final int LOOKS_WITHOUT_NEWS = 10;

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final String OVER = "The alert was over before it could be done.";

    private final RuleBook book;
    private final SyncDesk desk;
    private final Turns turns;
    private final LogWriter log;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final RulePace pace;
    private final Set<OrganizationId> busy = ConcurrentHashMap.newKeySet();
    private int looks;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("instantly-rules").factory());
    private final ExecutorService acting = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("instantly-rule-", 0).factory());

    private RuleDesk(
            RuleBook book,
            SyncDesk desk,
            Turns turns,
            LogWriter log,
            MeterRegistry metrics,
            Clock clock,
            RulePace pace) {
        this.book = book;
        this.desk = desk;
        this.turns = turns;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
        this.pace = pace;
    }

    public static RuleDesk start(
            RuleBook book,
            SyncDesk desk,
            Turns turns,
            LogWriter log,
            MeterRegistry metrics,
            Clock clock,
            RulePace pace) {
        var rules = new RuleDesk(book, desk, turns, log, metrics, clock, pace);
        long look = pace.look().toMillis();
        var _ = rules.looking.scheduleWithFixedDelay(rules::look, look, look, TimeUnit.MILLISECONDS);
        return rules;
    }

    private void look() {
        boolean all = looks++ % LOOKS_WITHOUT_NEWS == 0;
        if (!book.isReady()) {
            return;
        }
        for (var organization : book.organizations()) {
            boolean isFree =
                    turns.isOurs(organization) && desk.isConnected(organization) && !busy.contains(organization);
            if (isFree && (book.takeNews(organization) || all)) {
                busy.add(organization);
                acting.execute(() -> work(organization));
            }
        }
    }

    private void work(OrganizationId organization) {
        try {
            turns.take(organization, goesOn -> {
                for (var action : book.due(organization, now())) {
                    note(action);
                }
                for (var action : book.waiting(organization, now()).reversed()) {
                    if (goesOn.getAsBoolean()) {
                        act(action, goesOn);
                    }
                }
                forget(organization);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the rules of {} were not gone through: {}", organization, e.toString());
        } finally {
            busy.remove(organization);
        }
    }

    private void act(RuleAction action, BooleanSupplier goesOn) throws InterruptedException {
        if (action.isPause() != book.isOpen(action)) {
            note(action.ended(State.FAILED, action.isPause() ? OVER : "The alert is open again.", now()));
            return;
        }
        try {
            var found = action;
            if (action.found().isEmpty()) {
                var standing = Standing.of(desk, action);
                found = action.found(standing.label(), now());
                if (action.isPause() ? !standing.canBePaused() : !standing.isPaused()) {
                    note(found.ended(State.UNCHANGED, standing.label(), now()));
                    return;
                }
                // Should this process end now, the next one knows that it was not paused by somebody else.
                note(found);
            }
            if (goesOn.getAsBoolean()) {
                note(found.ended(State.DONE, Standing.change(desk, found).label(), now()));
            }
        } catch (InstantlyException e) {
            failed(action, e);
        } catch (KeyRing.CannotUnseal | SyncDesk.NotConnected e) {
            note(action.ended(State.FAILED, String.valueOf(e.getMessage()), now()));
        }
    }

    private void failed(RuleAction action, InstantlyException why) throws InterruptedException {
        var latest = book.find(action.organizationId(), action.actionId()).orElse(action);
        int attempts = latest.attempts() + 1;
        var message = "Instantly: " + why.getMessage();
        if (!mayPass(why) || attempts >= pace.tries()) {
            LOG.warn("rule {} of {} failed: {}", action.ruleId(), action.organizationId(), message);
            note(latest.ended(State.FAILED, message, now()));
        } else {
            note(latest.again(message, now(), now().plus(pace.pauseAfter(attempts))));
        }
    }

    private static boolean mayPass(InstantlyException failure) {
        return switch (failure) {
            case InstantlyException.TooManyRequests _,
                    InstantlyException.ServerFailed _,
                    InstantlyException.Unreachable _,
                    InstantlyException.BadAnswer _ -> true;
            case InstantlyException.Rejected _,
                    InstantlyException.Unauthorized _,
                    InstantlyException.PlanRequired _,
                    InstantlyException.ScopeMissing _,
                    InstantlyException.NotFound _,
                    InstantlyException.Conflict _,
                    InstantlyException.TooLarge _ -> false;
        };
    }

    private void note(RuleAction action) throws InterruptedException {
        book.put(action);
        if (action.isOver()) {
            metrics.counter(
                            "salesbrain.rule.actions",
                            "action",
                            action.isPause() ? "pause" : "resume",
                            "state",
                            action.state().label())
                    .increment();
        }
        if (action.state() == State.DONE) {
            log.appendAndWait(Topics.AUDIT, action.organizationId().value(), audited(action));
        }
    }

    /** As if somebody had asked for it; who did is the rule. */
    private static AuditEntry audited(RuleAction action) {
        boolean isCampaign = action.account().isEmpty();
        var verb = action.isPause() ? "/pause" : "/resume";
        var path = isCampaign ? "/api/instantly/campaign/" : "/api/instantly/email-account/";
        return new AuditEntry(
                action.at(),
                "rule " + action.ruleName(),
                null,
                null,
                action.organizationId(),
                "POST " + path + "{id}" + verb,
                path + (isCampaign ? action.campaignId() : action.account()) + verb,
                OK,
                Map.of("rule_id", action.ruleId(), "alert_id", action.alertId()),
                action.actionId());
    }

    private void forget(OrganizationId organization) throws InterruptedException {
        for (var old : book.overBefore(organization, now().minus(KEPT))) {
            book.remove(old);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        acting.shutdownNow();
        try {
            if (!acting.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a rule was still acting when the process stopped; the next one goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
