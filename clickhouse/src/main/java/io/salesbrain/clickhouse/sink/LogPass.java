package io.salesbrain.clickhouse.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics of results from given places to their ends, apart from the sink and its group, and writes the rows. */
final class LogPass implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final SinkConfig config;
    private final RowTranslator translator = new RowTranslator();
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> places;

    private LogPass(SinkConfig config) {
        this.config = config;
        var properties = new Properties();
        properties.put("bootstrap.servers", config.log().bootstrapServers());
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", "2000");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        for (var topic : translator.topics()) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        this.places = new HashMap<>(consumer.beginningOffsets(partitions));
    }

    static LogPass fromStart(SinkConfig config) {
        return new LogPass(config);
    }

    /** A partition that the places do not name is read from its start. */
    static LogPass from(SinkConfig config, Map<TopicPartition, Long> places) {
        var pass = new LogPass(config);
        pass.places.putAll(places);
        return pass;
    }

    /** Where the next run goes on. */
    Map<TopicPartition, Long> places() {
        return Map.copyOf(places);
    }

    /** Whether older records than the log still has were deleted from a topic that keeps everything. */
    boolean isShortened(String topic) {
        return places.entrySet().stream()
                .anyMatch(place -> place.getKey().topic().equals(topic) && place.getValue() > 0);
    }

    /** Records up to the ends as they are now. */
    long left() {
        var ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .mapToLong(partition -> Math.max(0, ends.getOrDefault(partition, 0L) - place(partition)))
                .sum();
    }

    /**
     * Up to the ends as they are when it begins.
     *
     * @param written told of each batch how many records of the log it took the pass further
     */
    void run(BatchWriter writer, BatchWriter.Idle idle, LongConsumer written) {
        var ends = consumer.endOffsets(partitions);
        partitions.forEach(partition -> consumer.seek(partition, place(partition)));
        while (partitions.stream().anyMatch(partition -> place(partition) < ends.getOrDefault(partition, 0L))) {
            var batch = new Batch();
            boolean isMore;
            do {
                var polled = consumer.poll(POLL);
                polled.forEach(record -> batch.add(record, translator));
                isMore = !polled.isEmpty();
            } while (isMore && !batch.isFull(config));
            writer.write(batch, idle);
            long before = places.values().stream().mapToLong(Long::longValue).sum();
            partitions.forEach(partition -> places.put(partition, consumer.position(partition)));
            written.accept(places.values().stream().mapToLong(Long::longValue).sum() - before);
            idle.idle(Duration.ZERO);
        }
    }

    private long place(TopicPartition partition) {
        return places.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
