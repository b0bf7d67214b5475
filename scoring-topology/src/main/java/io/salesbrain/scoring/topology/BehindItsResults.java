package io.salesbrain.scoring.topology;

import io.salesbrain.events.Watermark;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Takes a watermark to the partition its results lie in, where it comes after them; all else goes by its key. Another
 * partition would not do: the records of one transaction become visible partition by partition.
 */
final class BehindItsResults<V> implements StreamPartitioner<String, V> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, @Nullable V value, int numPartitions) {
        return value instanceof Watermark mark
                ? Optional.of(Set.of(mark.partition() % numPartitions))
                : Optional.empty();
    }
}
