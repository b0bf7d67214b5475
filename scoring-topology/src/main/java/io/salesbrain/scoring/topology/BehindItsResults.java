package io.salesbrain.scoring.topology;

import io.salesbrain.events.Watermark;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Takes a watermark to the partition it is for, where it comes after the results it speaks of; all else goes by its key.
 * Another partition would not do: the records of one transaction become visible partition by partition. One whose key
 * names no partition is for that of its own number.
 */
final class BehindItsResults<V> implements StreamPartitioner<String, V> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, @Nullable V value, int numPartitions) {
        if (!(value instanceof Watermark mark)) {
            return Optional.empty();
        }
        int target = key.equals(mark.key()) ? mark.partition() % numPartitions : RoutedPartitioner.target(key);
        return Optional.of(Set.of(target));
    }
}
