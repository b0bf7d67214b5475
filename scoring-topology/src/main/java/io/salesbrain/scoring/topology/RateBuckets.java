package io.salesbrain.scoring.topology;

import io.salesbrain.events.Counts;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.Watermark;
import java.time.Instant;

/** How buckets grow: counts and versions add up; of watermarks the latest stands. */
final class RateBuckets {
    static final RateRecord EMPTY = new RateBucket(Counts.zero(), 0, Instant.EPOCH);

    private RateBuckets() {}

    static RateRecord add(RateRecord sum, RateRecord delta) {
        return switch (delta) {
            case Watermark mark -> mark;
            case RateBucket added
            when sum instanceof RateBucket so -> {
                var counts = so.counts().copy();
                counts.add(added.counts());
                var latest = so.updatedAt().isAfter(added.updatedAt()) ? so.updatedAt() : added.updatedAt();
                yield new RateBucket(counts, so.version() + added.version(), latest);
            }
            case RateBucket _ -> throw new IllegalStateException("a bucket and a watermark share no key");
        };
    }
}
