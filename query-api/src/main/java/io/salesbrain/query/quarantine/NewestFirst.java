package io.salesbrain.query.quarantine;

import io.salesbrain.events.Topic;
import io.salesbrain.log.LogConfig;
import io.salesbrain.query.quarantine.PartitionReader.Placed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Reads a topic of one partition backwards when somebody asks: rarely, so nothing of it is kept in memory. One question
 * at a time, and each looks at a bounded number of records.
 */
public final class NewestFirst<V> {
    private static final int MAX_LOOKED_AT = 2_000;
    private static final int STEP = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * @param goesOnBefore empty when there is nothing older
     */
    public record Found<V>(List<V> records, Optional<Long> goesOnBefore) {}

    private final LogConfig log;
    private final Topic<?, V> topic;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public NewestFirst(LogConfig log, Topic<?, V> topic) {
        this.log = log;
        this.topic = topic;
    }

    /** The newest records, or those older than an offset, that pass the filter; at most so many. */
    public Found<V> page(Optional<Long> before, int limit, Predicate<V> filter) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try (var reader = new PartitionReader<>(log, topic, PATIENCE)) {
            long begin = reader.begin();
            long to = Math.clamp(before.orElseGet(reader::end), begin, Math.max(begin, reader.end()));
            long stop = Math.max(begin, to - MAX_LOOKED_AT);
            var records = new ArrayList<V>();
            while (to > stop) {
                long from = Math.max(stop, to - Math.max(limit, STEP));
                for (var placed : between(reader, from, to).reversed()) {
                    if (filter.test(placed.record())) {
                        records.add(placed.record());
                        if (records.size() == limit) {
                            return found(records, placed.offset(), begin);
                        }
                    }
                }
                to = from;
            }
            return found(records, to, begin);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static <V> Found<V> found(List<V> records, long lookedDownTo, long begin) {
        return new Found<>(records, lookedDownTo > begin ? Optional.of(lookedDownTo) : Optional.empty());
    }

    /** In the order of the log. */
    private static <V> List<Placed<V>> between(PartitionReader<V> reader, long from, long to) {
        var all = new ArrayList<Placed<V>>();
        reader.goTo(from);
        for (var some = reader.readSome(to); !some.isEmpty(); some = reader.readSome(to)) {
            all.addAll(some);
        }
        return all;
    }
}
