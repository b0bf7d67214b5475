package io.salesbrain.log;

import io.salesbrain.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic, committed records only, on a thread of its own and keeps following it: how small reference data
 * and read models get into memory. Not for work that must survive a restart; that is what consumer groups are for.
 */
public final class TopicFollower<K, V> implements AutoCloseable {
    /** Called on the follower's thread, in order within a partition. A null value is a tombstone. */
    public interface Handler<K, V> {
        void accept(int partition, long offset, K key, @Nullable V value);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);

    private final Topic<K, V> topic;
    private final Handler<K, V> handler;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> startOffsets;
    private final Map<TopicPartition, Long> targetOffsets;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    private TopicFollower(LogConfig config, Topic<K, V> topic, boolean fromStart, Handler<K, V> handler) {
        this.topic = topic;
        this.handler = handler;
        var properties = config.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("fetch.max.wait.ms", "100");
        properties.put("max.poll.records", "2000");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromStart) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        this.startOffsets = consumer.beginningOffsets(partitions);
        this.targetOffsets = consumer.endOffsets(partitions);
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        this.thread = new Thread(this::follow, "follow-" + topic.name());
        thread.setDaemon(true);
    }

    /** Follows from the first record. */
    public static <K, V> TopicFollower<K, V> fromStart(LogConfig config, Topic<K, V> topic, Handler<K, V> handler) {
        return started(new TopicFollower<>(config, topic, true, handler));
    }

    /** Follows what is appended from now on. */
    public static <K, V> TopicFollower<K, V> fromNow(LogConfig config, Topic<K, V> topic, Handler<K, V> handler) {
        return started(new TopicFollower<>(config, topic, false, handler));
    }

    private static <K, V> TopicFollower<K, V> started(TopicFollower<K, V> follower) {
        follower.thread.start();
        return follower;
    }

    private void follow() {
        Deserializer<K> keys = topic.keySerde().deserializer();
        Deserializer<V> values = topic.valueSerde().deserializer();
        try (consumer) {
            while (!closed) {
                for (var polled : consumer.poll(Duration.ofSeconds(1))) {
                    handle(polled, keys, values);
                }
                noteProgress();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("stopped following {}", topic.name());
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("following {} ended, what is shown from it no longer moves", topic.name(), e);
            wakeWaiters();
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> polled, Deserializer<K> keys, Deserializer<V> values) {
        var key = keys.deserialize(topic.name(), polled.key());
        var value = values.deserialize(topic.name(), polled.value());
        handler.accept(polled.partition(), polled.offset(), key, value);
    }

    private void noteProgress() {
        lock.lock();
        try {
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wakeWaiters() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Share, 0 to 1, of what the topic held when this follower was started that has been read. */
    public double progress() {
        lock.lock();
        try {
            long total = 0;
            long read = 0;
            for (var partition : partitions) {
                long start = startOffsets.getOrDefault(partition, 0L);
                long target = targetOffsets.getOrDefault(partition, start);
                total += target - start;
                read += Math.min(positions.getOrDefault(partition, start), target) - start;
            }
            return total == 0 ? 1.0 : (double) Math.max(0, read) / total;
        } finally {
            lock.unlock();
        }
    }

    /** Everything the topic held at the start has been read, and the follower is alive. */
    public boolean isCaughtUp() {
        return failure == null && progress() >= 1.0;
    }

    public void awaitCaughtUp(Duration patience) throws InterruptedException {
        await(this::isCaughtUp, patience, "reading " + topic.name());
    }

    /** Waits until the record at this place has been handled: how a writer reads its own writes. */
    public void awaitOffset(int partition, long offset, Duration patience) throws InterruptedException {
        var place = new TopicPartition(topic.name(), partition);
        await(
                () -> positions.getOrDefault(place, 0L) > offset,
                patience,
                "reading offset " + offset + " of " + topic.name());
    }

    /**
     * Waits until everything has been handled that the topic holds now.
     *
     * @param asking is only asked where the topic ends
     */
    void awaitEnd(Consumer<?, ?> asking, Duration patience) throws InterruptedException {
        var ends = asking.endOffsets(partitions);
        await(
                () -> ends.entrySet().stream()
                        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue()),
                patience,
                "reading " + topic.name() + " to its end");
    }

    private void await(BooleanSupplier done, Duration patience, String what) throws InterruptedException {
        long leftNanos = patience.toNanos();
        lock.lock();
        try {
            while (!done.getAsBoolean()) {
                if (failure != null) {
                    throw new LogException(what + " failed", failure);
                }
                if (leftNanos <= 0) {
                    throw new LogException(
                            what + " took more than " + patience.toSeconds() + " s", new TimeoutException(what));
                }
                leftNanos = moved.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
