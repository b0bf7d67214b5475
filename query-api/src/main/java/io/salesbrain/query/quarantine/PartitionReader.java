package io.salesbrain.query.quarantine;

import io.salesbrain.events.Topic;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Goes to places of a topic that has one partition, and reads there; for one thread, while one question is answered. */
final class PartitionReader<V> implements AutoCloseable {
    /** Records of a megabyte are allowed, so few at once. */
    private static final String MAX_POLL_RECORDS = "100";

    private static final Duration POLL = Duration.ofMillis(500);

    /** A record and its place. */
    record Placed<V>(long offset, V record) {}

    private final Topic<?, V> topic;
    private final TopicPartition place;
    private final Consumer<byte[], byte[]> consumer;
    private final long deadlineNanos;

    /** @param patience after which reading ends with an exception: somebody is waiting for the answer */
    PartitionReader(LogConfig log, Topic<?, V> topic, Duration patience) {
        this.topic = topic;
        this.place = new TopicPartition(topic.name(), 0);
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
        var properties = new Properties();
        properties.put("bootstrap.servers", log.bootstrapServers());
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", MAX_POLL_RECORDS);
        properties.put("fetch.max.wait.ms", "100");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(place));
    }

    long begin() {
        return consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
    }

    long end() {
        return consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
    }

    /** The first record appended at that time or later; the end where there is none. */
    long firstSince(Instant time) {
        var found = consumer.offsetsForTimes(Map.of(place, Math.max(0, time.toEpochMilli())))
                .get(place);
        return found == null ? end() : found.offset();
    }

    /** The next read begins here. */
    void goTo(long offset) {
        consumer.seek(place, offset);
    }

    /** Where the next read begins. */
    long position() {
        return consumer.position(place);
    }

    /** The next records before an offset, in the order of the log; none when that is reached. */
    List<Placed<V>> readSome(long to) {
        var values = topic.valueSerde().deserializer();
        var found = new ArrayList<Placed<V>>();
        while (found.isEmpty() && consumer.position(place) < to) {
            if (System.nanoTime() > deadlineNanos) {
                throw new LogException(
                        "reading " + topic.name() + " took too long", new TimeoutException(topic.name()));
            }
            for (var polled : consumer.poll(POLL)) {
                if (polled.offset() < to && polled.value() != null) {
                    found.add(new Placed<>(polled.offset(), values.deserialize(topic.name(), polled.value())));
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
