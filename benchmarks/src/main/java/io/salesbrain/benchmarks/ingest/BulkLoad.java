package io.salesbrain.benchmarks.ingest;

import io.salesbrain.events.Topics;
import io.salesbrain.log.WriterKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The same events as lines through the receiver, and as ready-made records through a bare producer. */
final class BulkLoad {
    private final Receiver receiver;
    private final int events;
    private final int uploads;

    /** @param uploads how many requests are sent at once */
    BulkLoad(Receiver receiver, int events, int uploads) {
        this.receiver = receiver;
        this.events = events;
        this.uploads = uploads;
    }

    /** As many events from that number on, as lines in several requests; events per second. */
    double throughReceiver(long from) throws IOException, InterruptedException {
        var bodies = new ArrayList<byte[]>();
        for (int upload = 0; upload < uploads; upload++) {
            bodies.add(lines(from + (long) upload * events / uploads, events / uploads));
        }
        long startNanos = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(uploads)) {
            var tasks = bodies.stream()
                    .map(body -> (Callable<String>) () -> {
                        try (var connection = new Connection(
                                receiver.port(), Receiver.WEBHOOK_PATH, receiver.secret(), "application/x-ndjson")) {
                            return connection.post(body);
                        }
                    })
                    .toList();
            for (var future : threads.invokeAll(tasks)) {
                var answer = future.get();
                if (!answer.contains("\"accepted\":" + events / uploads + ",")) {
                    throw new IOException("not everything was accepted: " + answer);
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("an upload failed", e.getCause());
        }
        return events / ((System.nanoTime() - startNanos) / 1e9);
    }

    private static byte[] lines(long from, int number) {
        var body = new ByteArrayOutputStream(number * 1300);
        for (long i = from; i < from + number; i++) {
            body.writeBytes(Payload.event(i));
            body.write('\n');
        }
        return body.toByteArray();
    }

    /** What the receiver last wrote for that many events. */
    List<ProducerRecord<byte[], byte[]>> lastRecords() {
        var properties = new Properties();
        properties.put("bootstrap.servers", receiver.log().bootstrapServers());
        properties.put("auto.offset.reset", "earliest");
        var topic = Topics.EVENTS.name();
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            partitions.forEach(partition -> consumer.seek(
                    partition, Math.max(0, ends.getOrDefault(partition, 0L) - events / partitions.size())));
            var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> records.add(new ProducerRecord<>(topic, record.key(), record.value())));
            }
            return records;
        }
    }

    /** The same bytes to the same topic from a producer set up as the receiver's is; records per second. */
    double throughBareProducer(List<ProducerRecord<byte[], byte[]>> records) throws IOException {
        var properties = receiver.log().producerProperties("bench-bare", WriterKind.STEADY);
        var failure = new AtomicReference<Exception>();
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(Topics.EVENTS.name());
            long startNanos = System.nanoTime();
            for (var record : records) {
                var _ = producer.send(record, (_, failed) -> {
                    if (failed != null) {
                        failure.set(failed);
                    }
                });
            }
            producer.flush();
            if (failure.get() != null) {
                throw new IOException("the bare producer failed", failure.get());
            }
            return records.size() / ((System.nanoTime() - startNanos) / 1e9);
        }
    }
}
