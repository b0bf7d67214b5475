package io.salesbrain.scoring.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Rounds go to the partition they name, all else by its key. */
final class SeenPartitioner implements StreamPartitioner<String, BurstInput> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, @Nullable BurstInput value, int numPartitions) {
        return value instanceof BurstInput.Round round ? Optional.of(Set.of(round.to())) : Optional.empty();
    }
}
