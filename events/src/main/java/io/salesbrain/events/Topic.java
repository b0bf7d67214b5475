package io.salesbrain.events;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic with everything needed to create, read and write it.
 *
 * @param scaled true: as many partitions as the installation is set to; false: exactly one
 * @param source true: of record, nothing could refill it; false: computed from other topics
 * @param retention how long records stay; empty: for ever. A compacted topic keeps the latest of each key for ever.
 * @param about one sentence for the page of topics
 */
public record Topic<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        boolean scaled,
        boolean compacted,
        boolean source,
        Optional<Duration> retention,
        String about) {}
