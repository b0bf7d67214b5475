package io.salesbrain.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A process of its own that appends without end and prints each number the log has acknowledged, until killed. */
public final class AcknowledgingProcess {
    static final String TOPIC = "acknowledged";

    private AcknowledgingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (var kafka = EmbeddedKafka.start(Path.of(arguments[0]), 0);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            for (int i = 0; ; i++) {
                var number = Integer.toString(i);
                var _ = producer.send(new ProducerRecord<>(TOPIC, number), (_, failure) -> {
                    if (failure == null) {
                        System.out.println(number);
                    }
                });
                if (i % 100 == 0) {
                    producer.flush();
                }
            }
        }
    }
}
