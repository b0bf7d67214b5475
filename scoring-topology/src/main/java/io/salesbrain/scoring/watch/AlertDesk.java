package io.salesbrain.scoring.watch;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertEnding;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AlertMeasure;
import io.salesbrain.events.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to say of one account or campaign: one alert is open per cause, it becomes more serious but not less, its
 * numbers are refreshed from time to time, and it ends once.
 */
public final class AlertDesk {
    /** What ended longer ago is no news, as after an import of the past. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final Duration INCIDENT_NEWS = Duration.ofDays(2);

    /** Without an e-mail for so long nothing can be said any more. */
    private static final Duration SILENCE = Duration.ofDays(28);

    private static final Duration STANDS_STILL = Duration.ofMinutes(10);
    private static final Duration REFRESH = Duration.ofHours(1);

    /** An account is well again when it sends and has not failed for a day. */
    private static final Duration INCIDENT_OVER = Duration.ofDays(1);

    private static final int ERRORS_ARE_CRITICAL = 3;

    private static final Set<AlertKind> LEVELS =
            Set.of(AlertKind.BOUNCE_RATE, AlertKind.SPAM_RATE, AlertKind.UNSUBSCRIBE_RATE);
    private static final Set<AlertKind> DROPS = Set.of(AlertKind.OPEN_RATE_DROP, AlertKind.REPLY_RATE_DROP);

    /**
     * @param told alerts to be written, in order
     * @param next what is to be kept
     */
    public record Settled(List<Alert> told, Watched next) {}

    private final WatchSubject subject;
    private final Watched before;
    private final Instant now;
    private final List<Alert> told = new ArrayList<>();
    private final List<Alert> open = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    public AlertDesk(WatchSubject subject, Watched before, Instant now) {
        this.subject = subject;
        this.before = before;
        this.now = now;
    }

    /** After its hours were gone through. */
    public Settled settle(Examination examination, OptionalInt dailyLimit) {
        var findings = examination.findings();
        for (var kind : AlertKind.values()) {
            if (LEVELS.contains(kind) || DROPS.contains(kind)) {
                settle(kind, findings, examination);
            }
        }
        settleIncident(AlertKind.ACCOUNT_ERROR, examination.lastSentHour());
        settleIncident(AlertKind.ACCOUNT_SUSPENDED, examination.lastSentHour());
        settleLimit(examination.sentToday(), dailyLimit);
        return new Settled(told, new Watched(open, suspicions, before.wakeAtMs(), now.toEpochMilli()));
    }

    /** After Instantly said that an account fails. */
    public Settled incident(AlertKind kind, Instant at) {
        var known = before.open(kind);
        before.open().stream().filter(alert -> alert.kind() != kind).forEach(open::add);
        if (known.isPresent()) {
            var alert = known.get();
            long times = alert.times() + 1;
            boolean escalates = kind == AlertKind.ACCOUNT_ERROR && times >= ERRORS_ARE_CRITICAL;
            var last = at.isAfter(alert.changedAt()) ? at : alert.changedAt();
            say(with(alert, escalates ? AlertLevel.CRITICAL : alert.level(), last, null, times, null));
        } else if (at.isAfter(now.minus(INCIDENT_NEWS))) {
            var level = kind == AlertKind.ACCOUNT_SUSPENDED ? AlertLevel.CRITICAL : AlertLevel.WARNING;
            say(opened(kind, level, at, null, 1, null));
        }
        return new Settled(told, new Watched(open, before.suspicions(), before.wakeAtMs(), before.lookedAtMs()));
    }

    private void settle(AlertKind kind, Map<AlertKind, Finding> findings, Examination examination) {
        var found = Optional.ofNullable(findings.get(kind));
        var alert = before.open(kind);
        boolean isSilent = examination.lastSentHour() == Long.MIN_VALUE
                || start(examination.lastSentHour()).isBefore(now.minus(SILENCE));
        if (alert.isPresent()) {
            if (isSilent) {
                end(alert.get(), AlertEnding.NOTHING_SENT);
            } else if (found.isPresent()) {
                goOn(alert.get(), found.get());
            } else {
                boolean isUsual = examination.newBaselines().contains(kind);
                end(alert.get(), isUsual ? AlertEnding.NEW_BASELINE : AlertEnding.RECOVERED);
            }
        } else if (found.isPresent() && isNews(kind, found.get())) {
            begin(kind, found.get());
        }
    }

    /** What is compared at a fixed age is that much older when it is found. */
    private boolean isNews(AlertKind kind, Finding finding) {
        var age = kind == AlertKind.REPLY_RATE_DROP ? Duration.ofDays(8) : Duration.ofDays(4);
        return start(finding.lastHour()).isAfter(now.minus(NEWS).minus(DROPS.contains(kind) ? age : Duration.ZERO));
    }

    private void begin(AlertKind kind, Finding finding) {
        if (DROPS.contains(kind)) {
            var same = before.suspicion(kind).filter(suspicion -> suspicion.isSame(finding));
            if (same.isEmpty() || same.get().seenAt().isAfter(now.minus(STANDS_STILL))) {
                suspicions.add(same.orElseGet(() -> Suspicion.of(kind, finding, now)));
                return;
            }
        }
        say(opened(kind, finding.level(), now, measure(finding), 0, null));
    }

    private void goOn(Alert alert, Finding finding) {
        boolean escalates = alert.level() == AlertLevel.WARNING && finding.level() == AlertLevel.CRITICAL;
        var measure = measure(finding);
        boolean refreshes =
                !measure.equals(alert.measure()) && !alert.changedAt().isAfter(now.minus(REFRESH));
        if (escalates || refreshes) {
            var level = escalates ? AlertLevel.CRITICAL : alert.level();
            say(with(alert, level, now, measure, alert.times(), alert.limit()));
        } else {
            open.add(alert);
        }
    }

    private void settleIncident(AlertKind kind, long lastSentHour) {
        before.open(kind).ifPresent(alert -> {
            boolean isQuiet = !alert.changedAt().isAfter(now.minus(INCIDENT_OVER));
            boolean sendsAgain = lastSentHour > RateKey.hourOf(alert.changedAt().toEpochMilli());
            if (isQuiet && sendsAgain) {
                end(alert, AlertEnding.RECOVERED);
            } else if (!alert.changedAt().isAfter(now.minus(SILENCE))) {
                end(alert, AlertEnding.NOTHING_SENT);
            } else {
                open.add(alert);
            }
        });
    }

    private void settleLimit(long sentToday, OptionalInt dailyLimit) {
        var alert = before.open(AlertKind.DAILY_LIMIT);
        boolean isReached = !subject.isCampaign() && dailyLimit.isPresent() && sentToday >= dailyLimit.getAsInt();
        if (alert.isEmpty() && isReached) {
            say(opened(AlertKind.DAILY_LIMIT, AlertLevel.WARNING, now, null, sentToday, (long) dailyLimit.getAsInt()));
        } else if (alert.isPresent() && !isReached) {
            end(alert.get(), AlertEnding.RECOVERED);
        } else {
            alert.ifPresent(open::add);
        }
    }

    private void say(Alert alert) {
        told.add(alert);
        open.add(alert);
    }

    private void end(Alert alert, AlertEnding ending) {
        told.add(new Alert(
                alert.organizationId(),
                alert.alertId(),
                alert.kind(),
                alert.level(),
                alert.account(),
                alert.campaignId(),
                alert.openedAt(),
                now,
                alert.escalatedAt(),
                now,
                ending,
                alert.measure(),
                alert.times(),
                alert.limit()));
    }

    private Alert opened(
            AlertKind kind,
            AlertLevel level,
            Instant changedAt,
            @Nullable AlertMeasure measure,
            long times,
            @Nullable Long limit) {
        return new Alert(
                subject.organization(),
                Alert.id(subject.organization(), kind, subject.account(), subject.campaignId(), now),
                kind,
                level,
                subject.account(),
                subject.campaignId(),
                now,
                changedAt,
                level == AlertLevel.CRITICAL ? now : null,
                null,
                null,
                measure,
                times,
                limit);
    }

    private Alert with(
            Alert alert,
            AlertLevel level,
            Instant changedAt,
            @Nullable AlertMeasure measure,
            long times,
            @Nullable Long limit) {
        boolean escalates = level == AlertLevel.CRITICAL && alert.level() == AlertLevel.WARNING;
        return new Alert(
                alert.organizationId(),
                alert.alertId(),
                alert.kind(),
                level,
                alert.account(),
                alert.campaignId(),
                alert.openedAt(),
                changedAt,
                escalates ? now : alert.escalatedAt(),
                null,
                null,
                measure,
                times,
                limit);
    }

    private static AlertMeasure measure(Finding finding) {
        return new AlertMeasure(
                finding.successes(),
                finding.trials(),
                finding.against(),
                finding.lower(),
                finding.upper(),
                finding.confidence(),
                start(finding.sinceHour()),
                start(finding.lastHour() + 1));
    }

    private static Instant start(long hour) {
        return Instant.ofEpochMilli(hour * RateKey.HOUR_MS);
    }
}
