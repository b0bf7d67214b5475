package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Findings go where the lead's events are, tokens of rounds to the partition they name. */
final class FeedbackPartitioner implements StreamPartitioner<String, BurstFeedback> {
    /** Where a producer puts a record with this key, and so where the lead's events lie. */
    static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public Optional<Set<Integer>> partitions(
            String topic, String key, @Nullable BurstFeedback value, int numPartitions) {
        int target = value instanceof BurstFeedback.Token token ? token.to() : partition(key, numPartitions);
        return Optional.of(Set.of(target));
    }
}
