package io.salesbrain.query.readmodel;

import io.salesbrain.events.Topic;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records topics have ever taken: the sum of their end offsets, remembered for a moment so that watching a
 * pipeline does not become load on it. Right for topics that are written without transactions, where every offset is a
 * record.
 */
public final class EndOffsets implements AutoCloseable {
    private static final Duration FRESH = Duration.ofMillis(100);
    private static final int PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final List<Topic<?, ?>> topics;
    private final Map<TopicPartition, OffsetSpec> places = new HashMap<>();
    private Map<String, Long> sums = Map.of();
    private long readAtNanos;

    public EndOffsets(LogConfig config, List<Topic<?, ?>> topics) {
        var properties = new Properties();
        properties.put("bootstrap.servers", config.bootstrapServers());
        this.admin = Admin.create(properties);
        this.topics = List.copyOf(topics);
    }

    /** The sum of a topic's end offsets, not older than a tenth of a second. */
    public synchronized long total(Topic<?, ?> topic) throws InterruptedException {
        if (sums.isEmpty() || System.nanoTime() - readAtNanos > FRESH.toNanos()) {
            read();
        }
        return sums.getOrDefault(topic.name(), 0L);
    }

    /** As it is at this moment. */
    public synchronized long totalNow(Topic<?, ?> topic) throws InterruptedException {
        read();
        return sums.getOrDefault(topic.name(), 0L);
    }

    private void read() throws InterruptedException {
        try {
            if (places.isEmpty()) {
                findPartitions();
            }
            long startedAtNanos = System.nanoTime();
            var fresh = new HashMap<String, Long>();
            admin.listOffsets(places)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((place, end) -> fresh.merge(place.topic(), end.offset(), Long::sum));
            sums = fresh;
            readAtNanos = startedAtNanos;
        } catch (ExecutionException | TimeoutException e) {
            throw new LogException("Kafka does not say how far its topics are", e);
        }
    }

    private void findPartitions() throws InterruptedException, ExecutionException, TimeoutException {
        var names = topics.stream().map(Topic::name).toList();
        admin.describeTopics(names)
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach((name, topic) -> topic.partitions()
                        .forEach(info -> places.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
