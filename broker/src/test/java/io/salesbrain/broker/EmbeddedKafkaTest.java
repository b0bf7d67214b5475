package io.salesbrain.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatItAcknowledgedOverRestartsOnOtherPorts() throws Exception {
        String clusterId;
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            clusterId = kafka.clusterId();
            createTopic(kafka, "kept");
            append(kafka, "kept", "first");
        }
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            assertThat(kafka.clusterId()).isEqualTo(clusterId);
            append(kafka, "kept", "second");
            assertThat(readAll(kafka, "kept")).containsExactly("first", "second");
        }
    }

    /** As kill -9 does: no shutdown hook runs, nothing is flushed or closed. */
    @Test
    void losesNothingItAcknowledgedWhenKilled() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new ArrayList<String>();
        try (var lines = process.inputReader()) {
            while (acknowledged.size() < 2_000) {
                var line = lines.readLine();
                assertThat(line)
                        .as("after %d acknowledgements", acknowledged.size())
                        .isNotNull();
                if (line.chars().allMatch(Character::isDigit)) {
                    acknowledged.add(line);
                }
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            assertThat(readAll(kafka, AcknowledgingProcess.TOPIC)).containsAll(acknowledged);
        }
    }

    @Test
    void commitsTransactions() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            createTopic(kafka, "exactly-once");
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "one"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                var _ = producer.send(new ProducerRecord<>("exactly-once", "aborted"));
                producer.abortTransaction();
                producer.beginTransaction();
                var _ = producer.send(new ProducerRecord<>("exactly-once", "committed"));
                producer.commitTransaction();
            }
            // The commit stands when the producer returns; readers see it a moment later.
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(readAll(kafka, "exactly-once")).containsExactly("committed"));
        }
    }

    @Test
    void stopsWithinThreeSeconds() throws Exception {
        var kafka = EmbeddedKafka.start(folder, 0);
        createTopic(kafka, "any");
        append(kafka, "any", "record");
        var before = Instant.now();
        kafka.close();
        kafka.close();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, other.getLocalPort()))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void namesThePortOutOfRange() {
        assertThatThrownBy(() -> EmbeddedKafka.start(folder, 70_000))
                .isInstanceOf(BrokerException.class)
                .hasMessage("Kafka's port lies in 0..65535, not 70000.");
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws Exception {
        var file = Files.writeString(folder.resolve("occupied"), "no folder");
        assertThatThrownBy(() -> EmbeddedKafka.start(file.resolve("log"), 0))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(file.resolve("log").toString())
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesAFolderThatAnotherBrokerHolds() {
        try (var _ = EmbeddedKafka.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("in use by another Salesbrain");
        }
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void append(EmbeddedKafka kafka, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> readAll(EmbeddedKafka kafka, String topic) {
        var partition = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(polled -> values.add(polled.value()));
            }
            return values;
        }
    }
}
