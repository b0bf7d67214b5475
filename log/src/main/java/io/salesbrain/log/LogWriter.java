package io.salesbrain.log;

import io.salesbrain.events.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Appends to the log; what a returned future reports as done is there durably, on all in-sync replicas. */
public final class LogWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public LogWriter(LogConfig config, String clientId) {
        this(config, clientId, WriterKind.STEADY);
    }

    public LogWriter(LogConfig config, String clientId, WriterKind kind) {
        var properties = config.producerProperties(clientId, kind);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Null as value writes a tombstone. Blocks for up to five seconds when the buffer of 32 MiB is full. */
    public <K, V> CompletableFuture<RecordMetadata> append(Topic<K, V> topic, K key, @Nullable V value) {
        var future = new CompletableFuture<RecordMetadata>();
        var keyBytes = topic.keySerde().serializer().serialize(topic.name(), key);
        @SuppressWarnings("NullAway") // Kafka's serializers take null for a tombstone.
        var valueBytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        var _ = producer.send(new ProducerRecord<>(topic.name(), keyBytes, valueBytes), (metadata, failure) -> {
            if (failure == null) {
                future.complete(metadata);
            } else {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    /** Appends one record and waits until it is durable. */
    public <K, V> RecordMetadata appendAndWait(Topic<K, V> topic, K key, @Nullable V value)
            throws InterruptedException {
        try {
            return append(topic, key, value).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogException("the log did not take a record for " + topic.name(), e);
        }
    }

    /** How many partitions a topic has. */
    public int partitions(Topic<?, ?> topic) {
        return producer.partitionsFor(topic.name()).size();
    }

    @Override
    public void close() {
        producer.close();
    }
}
