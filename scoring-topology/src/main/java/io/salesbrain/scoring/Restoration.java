package io.salesbrain.scoring;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the stores of this process are refilled from the log, when they have to be. */
public final class Restoration implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private record Store(String name, TopicPartition changelog) {}

    private record Way(long wholeRecords, long doneRecords, long beganNanos) {}

    private final Map<Store, Way> underWay = new ConcurrentHashMap<>();
    private final AtomicLong restoredRecords = new AtomicLong();
    private final AtomicLong tookNanos = new AtomicLong();

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        underWay.put(new Store(store, changelog), new Way(Math.max(0, end - start), 0, System.nanoTime()));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long end, long records) {
        restoredRecords.addAndGet(records);
        underWay.computeIfPresent(
                new Store(store, changelog),
                (_, way) -> new Way(way.wholeRecords(), way.doneRecords() + records, way.beganNanos()));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        var way = underWay.remove(new Store(store, changelog));
        if (way != null && records > 0) {
            long nanos = System.nanoTime() - way.beganNanos();
            tookNanos.addAndGet(nanos);
            LOG.info(
                    "restored {} records of {} in {} ms",
                    records,
                    changelog,
                    Duration.ofNanos(nanos).toMillis());
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        underWay.remove(new Store(store, changelog));
    }

    public boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /** The share, 0 to 1, of what is under way that is done; 1 where nothing is. */
    public double progress() {
        long whole = 0;
        long done = 0;
        for (var way : underWay.values()) {
            whole += way.wholeRecords();
            done += Math.min(way.doneRecords(), way.wholeRecords());
        }
        return whole == 0 ? 1 : (double) done / whole;
    }

    /** Since the process began. */
    public long restoredRecords() {
        return restoredRecords.get();
    }

    /** Summed over stores, which are restored side by side. */
    public double tookSeconds() {
        return tookNanos.get() / 1e9;
    }
}
