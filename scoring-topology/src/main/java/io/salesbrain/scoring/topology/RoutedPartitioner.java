package io.salesbrain.scoring.topology;

import io.salesbrain.events.RateKey;
import io.salesbrain.events.Watermark;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Keeps the buckets of one campaign or account together, and takes watermarks to the partition they name. */
final class RoutedPartitioner<V> implements StreamPartitioner<String, V> {
    /** A watermark is sent once to every partition; its key says to which. */
    static String key(Watermark mark, int target) {
        return mark.key() + "/" + target;
    }

    static int target(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, @Nullable V value, int numPartitions) {
        int target = Watermark.isKey(key)
                ? target(key)
                : Utils.toPositive(Utils.murmur2(RateKey.route(key).getBytes(StandardCharsets.UTF_8))) % numPartitions;
        return Optional.of(Set.of(target));
    }
}
