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
    public LogConfig {
        if (partitions < 1 || partitions > 1024) {
            throw new IllegalArgumentException("partitions lies in 1..1024, not " + partitions);
        }
        if (replication < 1 || replication > 9) {
            throw new IllegalArgumentException("replication lies in 1..9, not " + replication);
        }
    }

    Properties clientProperties() {
        var properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
