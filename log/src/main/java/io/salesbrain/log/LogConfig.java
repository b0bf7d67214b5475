package io.salesbrain.log;

import java.util.Properties;

/**
 * Where the log is and how it is laid out.
 *
 * @param bootstrapServers Kafka's addresses, {@code host:port,host:port}
 * @param partitions how many partitions a scaled topic gets when it is created
 * @param replication how many brokers keep each record
 */
public record LogConfig(String bootstrapServers, int partitions, int replication) {
    private static final long WRITER_BUFFER_BYTES = 32L << 20;

    public LogConfig {
        if (partitions < 1 || partitions > 1024) {
            throw new IllegalArgumentException("partitions lies in 1..1024, not " + partitions);
        }
        if (replication < 1 || replication > 9) {
            throw new IllegalArgumentException("replication lies in 1..9, not " + replication);
        }
    }

    /** How whoever appends is set up; what is acknowledged lies on all in-sync replicas. */
    public Properties producerProperties(String clientId, WriterKind kind) {
        var properties = clientProperties();
        properties.put("client.id", clientId);
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", Integer.toString(kind.lingerMs()));
        properties.put("max.in.flight.requests.per.connection", Integer.toString(kind.requestsInFlight()));
        properties.put("batch.size", "131072");
        properties.put("compression.type", "lz4");
        properties.put("buffer.memory", Long.toString(WRITER_BUFFER_BYTES));
        properties.put("max.request.size", Integer.toString(16 << 20));
        // A writer that cannot write says so soon, so that a webhook gets its 503 before the sender gives up.
        properties.put("max.block.ms", "5000");
        properties.put("request.timeout.ms", "10000");
        properties.put("delivery.timeout.ms", "15000");
        return properties;
    }

    Properties clientProperties() {
        var properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
