package io.salesbrain.ingest;

import io.salesbrain.events.Event;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.ingest.body.Bytes;
import io.salesbrain.ingest.body.Unit;
import io.salesbrain.ingest.limits.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one request puts into the log: appended in order, a limited number under way at once, and counted. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final int MAX_DETAIL_LENGTH = 300;

    /** What a record has besides the raw text, about. */
    private static final int BYTES_AROUND = 512;

    /** Longer than the log's own delivery timeout, which normally ends the waiting. */
    private static final long PATIENCE_SECONDS = 20;

    private final LogLanes lanes;
    private final IngestConfig config;
    private final Allowance allowance;
    private final OrganizationId sender;
    private final Supplier<Map<String, String>> headers;
    private final Queue<CompletableFuture<?>> underWay = new ArrayDeque<>();
    private final List<Answer.Reason> reasons = new ArrayList<>();
    private @Nullable Map<String, String> safeHeaders;
    private int accepted;
    private int quarantined;

    Batch(
            LogLanes lanes,
            IngestConfig config,
            Allowance allowance,
            OrganizationId sender,
            Supplier<Map<String, String>> headers) {
        this.lanes = lanes;
        this.config = config;
        this.allowance = allowance;
        this.sender = sender;
        this.headers = headers;
    }

    OrganizationId sender() {
        return sender;
    }

    void event(Event event) throws RefusedException {
        append(Topics.EVENTS, event.logKey(), event, event.raw().length());
        accepted++;
    }

    void quarantine(Unit unit, QuarantineReason reason, String detail, Instant receivedAt) throws RefusedException {
        var set = switch (unit) {
            case Unit.Whole whole -> quarantined(unit, reason, detail, receivedAt, whole.bytes());
            case Unit.Read read -> quarantined(unit, reason, detail, receivedAt, read.bytes());
            case Unit.TooLarge large ->
                quarantined(unit, reason, detail, receivedAt, large.head(), large.sizeBytes(), large.sha256());
        };
        append(Topics.QUARANTINE, sender.value(), set, set.rawBase64().length());
        quarantined++;
        if (reasons.size() < config.bodies().maxReasons()) {
            reasons.add(Answer.Reason.of(unit.index(), reason));
        }
    }

    private Quarantined quarantined(Unit unit, QuarantineReason reason, String detail, Instant receivedAt, Bytes all) {
        return quarantined(unit, reason, detail, receivedAt, all, all.length(), all.sha256());
    }

    private Quarantined quarantined(
            Unit unit,
            QuarantineReason reason,
            String detail,
            Instant receivedAt,
            Bytes kept,
            long sizeBytes,
            String sha256) {
        return new Quarantined(
                newId(receivedAt),
                sender,
                reason,
                shortened(detail),
                unit.index(),
                kept.base64(),
                sizeBytes,
                sha256,
                keptHeaders(),
                receivedAt);
    }

    private Map<String, String> keptHeaders() {
        var kept = safeHeaders;
        if (kept == null) {
            kept = SafeHeaders.of(headers.get());
            safeHeaders = kept;
        }
        return kept;
    }

    /** Sorts by time of arrival. */
    private static String newId(Instant receivedAt) {
        return String.format(
                "%012x%016x",
                receivedAt.toEpochMilli(), ThreadLocalRandom.current().nextLong());
    }

    private static String shortened(String detail) {
        return detail.length() <= MAX_DETAIL_LENGTH ? detail : detail.substring(0, MAX_DETAIL_LENGTH);
    }

    private <V> void append(Topic<String, V> topic, String key, V value, long rawBytes) throws RefusedException {
        if (underWay.size() >= config.load().maxUnacknowledged()) {
            await(underWay.remove());
        }
        int taken = take(rawBytes + BYTES_AROUND);
        try {
            var lane = accepted + quarantined == 0 ? lanes.first() : lanes.further();
            underWay.add(lane.append(topic, key, value).whenComplete((_, _) -> allowance.giveBack(taken)));
        } catch (RuntimeException e) {
            allowance.giveBack(taken);
            throw unavailable(e);
        }
    }

    private int take(long bytes) throws RefusedException {
        try {
            return allowance
                    .takeUnacknowledged(bytes, Duration.ofSeconds(PATIENCE_SECONDS))
                    .orElseThrow(() -> unavailable(new TimeoutException("what this organization has under way")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** Done when the log has everything; only then may the sender be told so. The log says no by itself in time. */
    CompletableFuture<?> settled() {
        var all = underWay.toArray(CompletableFuture[]::new);
        underWay.clear();
        return all.length == 1 ? all[0] : CompletableFuture.allOf(all);
    }

    /** Waits for it. */
    void settle() throws RefusedException {
        await(settled());
    }

    private static void await(CompletableFuture<?> append) throws RefusedException {
        try {
            append.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e);
        }
    }

    static RefusedException unavailable(Throwable cause) {
        LOG.warn("the log did not confirm a record, the sender is asked to send again: {}", cause.toString());
        return new RefusedException(Refusal.LOG_UNAVAILABLE);
    }

    int accepted() {
        return accepted;
    }

    int quarantined() {
        return quarantined;
    }

    Answer answer() {
        return Answer.accepted(accepted, quarantined, reasons, quarantined - reasons.size());
    }
}
