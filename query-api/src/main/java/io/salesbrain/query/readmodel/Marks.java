package io.salesbrain.query.readmodel;

import io.salesbrain.events.Watermark;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The latest watermarks that came through one topic, by its partitions and by the partitions of the events topic. */
final class Marks {
    private record Place(int topicPartition, int sourcePartition) {}

    private final Map<Place, Watermark> latest = new ConcurrentHashMap<>();

    void put(int topicPartition, Watermark mark) {
        latest.put(new Place(topicPartition, mark.partition()), mark);
    }

    NavigableSet<Integer> sourcePartitions() {
        var sources = new TreeSet<Integer>();
        latest.keySet().forEach(place -> sources.add(place.sourcePartition()));
        return sources;
    }

    /** For a topic in which a source partition's results lie in one partition, with their watermark behind them. */
    long processed(int sourcePartition) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getKey().sourcePartition() == sourcePartition)
                .mapToLong(entry -> entry.getValue().processed())
                .min()
                .orElse(0);
    }

    long duplicates(int sourcePartition) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getKey().sourcePartition() == sourcePartition)
                .mapToLong(entry -> entry.getValue().duplicates())
                .min()
                .orElse(0);
    }

    /** For a topic over all of whose partitions a source partition's results are spread. */
    long processedEverywhere(int sourcePartition, int topicPartitions) {
        return IntStream.range(0, topicPartitions)
                .mapToLong(partition -> {
                    var mark = latest.get(new Place(partition, sourcePartition));
                    return mark == null ? 0 : mark.processed();
                })
                .min()
                .orElse(0);
    }
}
