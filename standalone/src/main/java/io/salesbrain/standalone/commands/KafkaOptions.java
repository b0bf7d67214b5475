package io.salesbrain.standalone.commands;

import io.salesbrain.log.LogConfig;
import picocli.CommandLine.Option;

/** Which Kafka a role works with. */
final class KafkaOptions {
    @Option(names = "--kafka", required = true, description = "Kafka's addresses, host:port,host:port.")
    String bootstrapServers = "";

    @Option(
            names = "--partitions",
            description =
                    "Partitions of a scaled topic when it is created; the same for all roles (default: ${DEFAULT-VALUE}).")
    int partitions = 12;

    @Option(names = "--replication", description = "Copies of each record (default: ${DEFAULT-VALUE}).")
    int replication = 3;

    LogConfig config() {
        return new LogConfig(bootstrapServers, partitions, replication);
    }
}
