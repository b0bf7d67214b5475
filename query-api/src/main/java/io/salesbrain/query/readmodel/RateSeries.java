package io.salesbrain.query.readmodel;

import io.salesbrain.events.Counts;
import io.salesbrain.events.RateBucket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hours of one campaign, account, step or organization; safe for use by several threads. */
final class RateSeries {
    private static final int HOURS_PER_DAY = 24;

    private final TreeMap<Long, RateBucket> hours = new TreeMap<>();
    private final Counts lifetime = Counts.zero();
    private @Nullable Instant updatedAt;

    synchronized void put(long hour, @Nullable RateBucket bucket) {
        var before = bucket == null ? hours.remove(hour) : hours.put(hour, bucket);
        if (before != null) {
            lifetime.subtract(before.counts());
        }
        if (bucket != null) {
            lifetime.add(bucket.counts());
            if (updatedAt == null || bucket.updatedAt().isAfter(updatedAt)) {
                updatedAt = bucket.updatedAt();
            }
        }
    }

    /** The sum from an hour on. */
    synchronized Counts since(long hour) {
        if (hour == Window.FIRST_HOUR) {
            return lifetime.copy();
        }
        var sum = Counts.zero();
        hours.tailMap(hour, true).values().forEach(bucket -> sum.add(bucket.counts()));
        return sum;
    }

    /** Adds each UTC day's sum to the days collected so far, from an hour on. */
    synchronized void addDays(long hour, Map<LocalDate, Counts> days) {
        hours.tailMap(hour, true)
                .forEach((at, bucket) -> days.computeIfAbsent(
                                LocalDate.ofEpochDay(Math.floorDiv(at, HOURS_PER_DAY)), _ -> Counts.zero())
                        .add(bucket.counts()));
    }

    /** Adds each hour's counts to the hours collected so far. */
    synchronized void addHours(Map<Long, Counts> collected) {
        hours.forEach((at, bucket) ->
                collected.computeIfAbsent(at, _ -> Counts.zero()).add(bucket.counts()));
    }

    synchronized boolean isEmpty() {
        return hours.isEmpty();
    }

    synchronized Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }
}
