package io.salesbrain.clickhouse.sink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the sink: gather, write, commit, again. A crash at any point repeats rows that are stored already, which
 * changes nothing: they replace themselves.
 */
final class SinkLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration NO_RECORDS_POLL = Duration.ofSeconds(1);
    private static final Duration WAIT_WHILE_BEHIND = Duration.ofSeconds(2);
    private static final Duration MAX_BETWEEN_POLLS = Duration.ofMinutes(10);

    private final SinkConfig config;
    private final BatchWriter writer;
    private final SinkMonitor monitor;
    private final BooleanSupplier closing;
    private final RowTranslator translator = new RowTranslator();
    private final Consumer<byte[], byte[]> consumer;
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

    SinkLoop(SinkConfig config, BatchWriter writer, SinkMonitor monitor, BooleanSupplier closing) {
        this.config = config;
        this.writer = writer;
        this.monitor = monitor;
        this.closing = closing;
        this.consumer =
                new KafkaConsumer<>(properties(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties(SinkConfig config) {
        var properties = new Properties();
        properties.put("bootstrap.servers", config.log().bootstrapServers());
        properties.put("group.id", SinkApp.GROUP_ID);
        if (config.instanceId() != null) {
            properties.put("group.instance.id", config.instanceId());
        }
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("session.timeout.ms", "10000");
        properties.put("heartbeat.interval.ms", "2000");
        properties.put("max.poll.interval.ms", Long.toString(MAX_BETWEEN_POLLS.toMillis()));
        properties.put("max.poll.records", "5000");
        properties.put("fetch.max.wait.ms", "100");
        properties.put("fetch.max.bytes", Integer.toString(16 << 20));
        properties.put("max.partition.fetch.bytes", Integer.toString(4 << 20));
        return properties;
    }

    /**
     * Ends when it is told to close, or with the error that stopped it.
     *
     * @param progressed called whenever a batch is stored
     */
    void run(Runnable progressed) {
        consumer.subscribe(translator.topics());
        while (!closing.getAsBoolean()) {
            var batch = gather();
            if (batch.isEmpty()) {
                becomeRunning();
            } else {
                monitor.lag(lag() + batch.records());
                writer.write(batch, this::idle);
                consumer.resume(consumer.paused());
                progressed.run();
            }
            commit();
            monitor.lag(lag());
        }
    }

    /** Having partitions and nothing to write in them is as good as having written. */
    private void becomeRunning() {
        if (!consumer.assignment().isEmpty()) {
            monitor.enter(new SinkState.Running());
        }
    }

    /** Ends a poll that waits for records; safe from any thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    private Batch gather() {
        var batch = new Batch();
        long deadline = System.nanoTime() + NO_RECORDS_POLL.toNanos();
        long latest = deadline;
        long leftNanos = NO_RECORDS_POLL.toNanos();
        while (leftNanos > 0 && !batch.isFull(config)) {
            boolean wasEmpty = batch.isEmpty();
            consumer.poll(Duration.ofNanos(leftNanos)).forEach(record -> batch.add(record, translator));
            if (wasEmpty && !batch.isEmpty()) {
                deadline = System.nanoTime() + config.maxBatchWait().toNanos();
                latest = System.nanoTime() + WAIT_WHILE_BEHIND.toNanos();
            }
            // Who is behind fills its batches: many small inserts cost more than the wait.
            leftNanos = (lag() > 0 ? Math.max(deadline, latest) : deadline) - System.nanoTime();
        }
        return batch;
    }

    /**
     * Waits while polling, because who does not poll loses its partitions. Nothing is read meanwhile; partitions that come
     * new in a rebalance may bring records, which are put back.
     */
    private void idle(Duration duration) {
        long deadline = System.nanoTime() + duration.toNanos();
        long leftNanos = duration.toNanos();
        do {
            consumer.pause(consumer.assignment());
            var strays = consumer.poll(Duration.ofNanos(Math.max(0, leftNanos)));
            for (var partition : strays.partitions()) {
                consumer.seek(partition, strays.records(partition).getFirst().offset());
            }
            leftNanos = deadline - System.nanoTime();
        } while (leftNanos > 0);
    }

    /**
     * Everything polled is stored when this is called, so positions are what to commit. They also lie behind the marks that
     * transactions leave in the log, which are no records.
     */
    private void commit() {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : consumer.assignment()) {
            positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
        if (positions.equals(committed)) {
            return;
        }
        try {
            consumer.commitSync(positions);
            committed = positions;
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info("Partitions moved while rows were written; they are written once more by who has them now.");
        }
    }

    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
