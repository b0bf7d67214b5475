package io.salesbrain.scoring.topology;

import static io.salesbrain.scoring.topology.Initialised.initialised;

import io.salesbrain.events.Alert;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.watch.AlertDesk;
import io.salesbrain.scoring.watch.Examination;
import io.salesbrain.scoring.watch.WatchSettings;
import io.salesbrain.scoring.watch.WatchSubject;
import io.salesbrain.scoring.watch.Watched;
import io.salesbrain.scoring.watch.WatchedHour;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Watches the counts of accounts and campaigns. It keeps their hours, and looks at a whole account or campaign shortly
 * after its counts changed and when further hours are old enough to be compared. What it says follows from the hours, so
 * late events change it as if they had been there from the start; that it was said is part of the store, which is written
 * in one transaction with what it sends on.
 */
final class WatchStage implements Processor<String, WatchInput, String, Alert> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A look costs some milliseconds; what is due besides waits for the next round. */
    private static final int MOST_AT_ONCE = 20;

    private static final long SOON_MS = Duration.ofSeconds(2).toMillis();
    private static final long REST_MS = Duration.ofMinutes(1).toMillis();

    /** While a fall is suspected, until its numbers have stood still. */
    private static final long SUSPECTING_MS = Duration.ofMinutes(5).toMillis();

    private static final long KEPT_WEEKS = 20;
    private static final long HOURS_PER_WEEK = 168;

    /** After the last hour there is something to look at for so long: cohorts mature, alerts end. */
    private static final long INTERESTING_HOURS = 29 * 24;

    private final Function<WatchSubject, WatchSettings> settings;
    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable KeyValueStore<String, Watched> watched;
    private @Nullable WatchedHours hours;
    private @Nullable Alarms alarms;

    /** @param settings of an account or campaign, as they are now: the next look judges by them, also what is past */
    WatchStage(Function<WatchSubject, WatchSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.watched = context.getStateStore(Stores.WATCHED_BY_SUBJECT);
        this.hours = new WatchedHours(context.getStateStore(Stores.WATCHED_HOURS_BY_SUBJECT));
        this.alarms = new Alarms(context.getStateStore(Stores.WATCH_ALARMS_BY_TIME));
        var _ = context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, WatchInput> record) {
        switch (record.value()) {
            case WatchInput.Counted(RateBucket bucket) -> count(RateKey.parse(record.key()), bucket);
            case WatchInput.Counted(Watermark _) -> {}
            case WatchInput.Failed(AccountIncident incident) -> fail(RateKey.parse(record.key()), incident);
        }
    }

    private void count(RateKey key, RateBucket bucket) {
        var counts = WatchedHour.of(bucket.counts());
        switch (key.dimension()) {
            case Dimension.Organization() -> {}
            case Dimension.Campaign(var id) ->
                count(WatchSubject.campaign(key.organizationId(), id), key, StepVariant.UNKNOWN, counts);
            case Dimension.Step(var id, var step) ->
                count(WatchSubject.campaign(key.organizationId(), id), key, step, counts);
            case Dimension.Account(var account) ->
                count(WatchSubject.account(key.organizationId(), account), key, StepVariant.UNKNOWN, counts);
        }
    }

    private void count(WatchSubject subject, RateKey key, StepVariant step, WatchedHour counts) {
        long nowMs = context().currentSystemTimeMs();
        if (key.hour() < firstHour(nowMs)) {
            return;
        }
        hours().put(subject.key(), key.hour(), step, counts);
        var known = known(subject.key());
        long wakeAtMs = Math.max(nowMs + SOON_MS, known.lookedAtMs() + REST_MS);
        if (known.wakeAtMs() == 0 || known.wakeAtMs() > wakeAtMs) {
            keep(subject.key(), known, known.wakeAt(wakeAtMs));
        }
    }

    private void fail(RateKey key, AccountIncident incident) {
        if (key.dimension() instanceof Dimension.Account(var account)) {
            var subject = WatchSubject.account(key.organizationId(), account);
            var known = known(subject.key());
            long nowMs = context().currentSystemTimeMs();
            var settled =
                    new AlertDesk(subject, known, Instant.ofEpochMilli(nowMs)).incident(incident.kind(), incident.at());
            say(settled, nowMs);
            long wakeAtMs = known.wakeAtMs() == 0 ? nowMs + RateKey.HOUR_MS : known.wakeAtMs();
            keep(subject.key(), known, settled.next().wakeAt(wakeAtMs));
        }
    }

    private void look(long nowMs) {
        for (var subject : alarms().upTo(nowMs, MOST_AT_ONCE)) {
            look(subject, nowMs);
        }
    }

    private void look(String key, long nowMs) {
        var subject = WatchSubject.parse(key);
        var known = known(key);
        var now = Instant.ofEpochMilli(nowMs);
        hours().forgetBefore(key, firstHour(nowMs));
        var thresholds = settings.apply(subject);
        var examination = new Examination(thresholds, subject.isCampaign(), now);
        hours().read(key, firstHour(nowMs), examination::accept);
        var settled = new AlertDesk(subject, known, now).settle(examination, thresholds.dailyLimit());
        say(settled, nowMs);
        keep(key, known, settled.next().wakeAt(nextLook(settled.next(), examination.lastSentHour(), nowMs)));
    }

    /** With the next full hour further cohorts are old enough, and somewhat later all their outcomes are here. */
    private static long nextLook(Watched next, long lastSentHour, long nowMs) {
        if (!next.suspicions().isEmpty()) {
            return nowMs + SUSPECTING_MS;
        }
        boolean isInteresting = !next.open().isEmpty()
                || (lastSentHour != Long.MIN_VALUE && lastSentHour + INTERESTING_HOURS > RateKey.hourOf(nowMs));
        return isInteresting ? (RateKey.hourOf(nowMs) + 1) * RateKey.HOUR_MS : 0;
    }

    /** Always a Monday's first hour, so that what is forgotten changes nothing from one look to the next. */
    private static long firstHour(long nowMs) {
        long mondayOf1970 = 4 * 24;
        long weeks = Math.floorDiv(RateKey.hourOf(nowMs) - mondayOf1970, HOURS_PER_WEEK);
        return Math.max(0, mondayOf1970 + (weeks - KEPT_WEEKS) * HOURS_PER_WEEK);
    }

    private void say(AlertDesk.Settled settled, long nowMs) {
        for (var alert : settled.told()) {
            context().forward(new Record<>(alert.key(), alert, nowMs));
        }
    }

    private Watched known(String subject) {
        return Optional.ofNullable(watched().get(subject)).orElse(Watched.NOTHING);
    }

    private void keep(String subject, Watched before, Watched after) {
        alarms().move(subject, wake(before), wake(after));
        boolean isOver = after.wakeAtMs() == 0 && after.open().isEmpty();
        if (isOver) {
            watched().delete(subject);
        } else {
            watched().put(subject, after);
        }
    }

    private static OptionalLong wake(Watched watched) {
        return watched.wakeAtMs() == 0 ? OptionalLong.empty() : OptionalLong.of(watched.wakeAtMs());
    }

    private ProcessorContext<String, Alert> context() {
        return initialised(context);
    }

    private KeyValueStore<String, Watched> watched() {
        return initialised(watched);
    }

    private WatchedHours hours() {
        return initialised(hours);
    }

    private Alarms alarms() {
        return initialised(alarms);
    }
}
