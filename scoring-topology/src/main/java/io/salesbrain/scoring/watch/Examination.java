package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertKind;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.StepVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Everything there is to say of one account or campaign at one time, from its hours alone: the same hours always give
 * the same findings, in whatever order their events arrived.
 */
public final class Examination {
    /** For an outcome that came in time but was delivered late. */
    private static final Duration FOR_STRAGGLERS = Duration.ofHours(1);

    private static final long HOURS_PER_DAY = 24;

    private final LevelWatch bounces;
    private final LevelWatch spam;
    private final LevelWatch unsubscribes;
    private final DropWatch opens;
    private final DropWatch replies;
    private final boolean byStep;
    private final long nowHour;
    private long lastSentHour = Long.MIN_VALUE;
    private long sentToday;

    /** @param byStep whether the hours of the steps are there, to be compared each with its own past */
    public Examination(WatchSettings settings, boolean byStep, Instant now) {
        this.bounces = new LevelWatch(settings.bounces());
        this.spam = new LevelWatch(settings.spam());
        this.unsubscribes = new LevelWatch(settings.unsubscribes());
        this.opens = new DropWatch(settings.opens());
        this.replies = new DropWatch(settings.replies());
        this.byStep = byStep;
        this.nowHour = RateKey.hourOf(now.toEpochMilli());
    }

    /**
     * Takes one hour; they come in order.
     *
     * @param step unknown for the whole
     */
    public void accept(long hour, StepVariant step, WatchedHour counts) {
        if (hour > nowHour) {
            return;
        }
        if (!step.isStepKnown()) {
            acceptWhole(hour, counts);
        }
        if (step.isStepKnown() == byStep) {
            int place = place(step);
            if (isMature(hour, Metric.OPENED_IN_TIME)) {
                opens.accept(new Cohort(hour, place, counts.contacted(), counts.opened()));
            }
            if (isMature(hour, Metric.REPLIED_IN_TIME)) {
                replies.accept(new Cohort(hour, place, counts.contacted(), counts.replied()));
            }
        }
    }

    private void acceptWhole(long hour, WatchedHour counts) {
        bounces.accept(new Cohort(hour, 0, counts.sent(), counts.bounced()));
        spam.accept(new Cohort(hour, 0, counts.sent(), counts.spamReports()));
        unsubscribes.accept(new Cohort(hour, 0, counts.sent(), counts.unsubscribed()));
        if (counts.sent() > 0) {
            lastSentHour = Math.max(lastSentHour, hour);
        }
        if (Math.floorDiv(hour, HOURS_PER_DAY) == Math.floorDiv(nowHour, HOURS_PER_DAY)) {
            sentToday += Math.max(0, counts.sent());
        }
    }

    /** A subsequence's steps are told apart from the main ones, not from each other. */
    private static int place(StepVariant step) {
        return step.sequence() > 0 ? Baseline.STEPS - 1 : Math.min(step.step(), Baseline.STEPS - 2);
    }

    private boolean isMature(long hour, Duration age) {
        return nowHour - hour > age.plus(FOR_STRAGGLERS).toHours();
    }

    public Map<AlertKind, Finding> findings() {
        var findings = new EnumMap<AlertKind, Finding>(AlertKind.class);
        bounces.open().ifPresent(finding -> findings.put(AlertKind.BOUNCE_RATE, finding));
        spam.open().ifPresent(finding -> findings.put(AlertKind.SPAM_RATE, finding));
        unsubscribes.open().ifPresent(finding -> findings.put(AlertKind.UNSUBSCRIBE_RATE, finding));
        opens.open().ifPresent(finding -> findings.put(AlertKind.OPEN_RATE_DROP, finding));
        replies.open().ifPresent(finding -> findings.put(AlertKind.REPLY_RATE_DROP, finding));
        return findings;
    }

    /** The falls that lasted so long that they are what is usual now. */
    public Set<AlertKind> newBaselines() {
        var kinds = EnumSet.noneOf(AlertKind.class);
        if (opens.tookNewBaseline()) {
            kinds.add(AlertKind.OPEN_RATE_DROP);
        }
        if (replies.tookNewBaseline()) {
            kinds.add(AlertKind.REPLY_RATE_DROP);
        }
        return kinds;
    }

    /** The latest hour in which anything was sent; {@link Long#MIN_VALUE} for none. */
    public long lastSentHour() {
        return lastSentHour;
    }

    /** E-mails sent on the current UTC day. */
    public long sentToday() {
        return sentToday;
    }
}
