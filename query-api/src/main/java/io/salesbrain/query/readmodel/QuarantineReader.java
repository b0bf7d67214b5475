package io.salesbrain.query.readmodel;

import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what was set aside from the log when somebody asks: rarely, so nothing of it is kept in memory. One question at
 * a time, and each looks at a bounded number of records.
 */
public final class QuarantineReader {
    private static final int MAX_LOOKED_AT = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicPartition PLACE = new TopicPartition(Topics.QUARANTINE.name(), 0);

    /**
     * @param goesOnBefore empty when there is nothing older
     */
    public record Found(List<Quarantined> records, Optional<Long> goesOnBefore) {}

    private record Read(long offset, Quarantined record) {}

    private final LogConfig log;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public QuarantineReader(LogConfig log) {
        this.log = log;
    }

    /** The newest records, or those older than an offset, that pass the filter; at most so many. */
    public Found newest(Optional<Long> before, int limit, Predicate<Quarantined> filter) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try (var consumer = consumer()) {
            consumer.assign(List.of(PLACE));
            long begin = consumer.beginningOffsets(List.of(PLACE)).getOrDefault(PLACE, 0L);
            long end = consumer.endOffsets(List.of(PLACE)).getOrDefault(PLACE, 0L);
            long to = Math.clamp(before.orElse(end), begin, end);
            long stop = Math.max(begin, to - MAX_LOOKED_AT);
            var records = new ArrayList<Quarantined>();
            while (to > stop) {
                long from = Math.max(stop, to - limit);
                for (var read : between(consumer, from, to).reversed()) {
                    if (filter.test(read.record())) {
                        records.add(read.record());
                        if (records.size() == limit) {
                            return found(records, read.offset(), begin);
                        }
                    }
                }
                to = from;
            }
            return found(records, to, begin);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static Found found(List<Quarantined> records, long lookedDownTo, long begin) {
        return new Found(records, lookedDownTo > begin ? Optional.of(lookedDownTo) : Optional.empty());
    }

    /** In the order of the log. */
    private static List<Read> between(Consumer<byte[], byte[]> consumer, long from, long to) {
        var values = Topics.QUARANTINE.valueSerde().deserializer();
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        var found = new ArrayList<Read>();
        consumer.seek(PLACE, from);
        while (consumer.position(PLACE) < to) {
            for (var polled : consumer.poll(Duration.ofMillis(500))) {
                if (polled.offset() < to && polled.value() != null) {
                    found.add(new Read(polled.offset(), values.deserialize(PLACE.topic(), polled.value())));
                }
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new LogException("reading the quarantine took too long", new TimeoutException("quarantine"));
            }
        }
        return found;
    }

    private Consumer<byte[], byte[]> consumer() {
        var properties = new Properties();
        properties.put("bootstrap.servers", log.bootstrapServers());
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", "200");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
