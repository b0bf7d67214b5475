package io.salesbrain.scoring.topology;

import io.salesbrain.events.Counts;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a task has to add to buckets of rates, summed up before it is sent on: the events of a few moments mostly add to
 * the same organization, campaigns and mailboxes. It is a store, so nothing is lost between two commits.
 */
final class PendingRates {
    private final KeyValueStore<String, RateRecord> store;

    PendingRates(KeyValueStore<String, RateRecord> store) {
        this.store = store;
    }

    void add(String key, Counts counts, Instant now) {
        var delta = new RateBucket(counts, 1, now);
        var waiting = store.get(key);
        store.put(key, waiting == null ? delta : RateBuckets.add(waiting, delta));
    }

    /** Hands everything on and begins anew. */
    void drain(BiConsumer<String, RateRecord> next) {
        var all = new ArrayList<KeyValue<String, RateRecord>>();
        try (KeyValueIterator<String, RateRecord> waiting = store.all()) {
            waiting.forEachRemaining(all::add);
        }
        for (var each : all) {
            store.delete(each.key);
            next.accept(each.key, each.value);
        }
    }
}
