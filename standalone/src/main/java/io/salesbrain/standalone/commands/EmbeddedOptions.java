package io.salesbrain.standalone.commands;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Everything on one machine: who administers it and how much of the machine it may take. */
final class EmbeddedOptions {
    @Option(
            names = "--admin-key",
            description =
                    "The key of the administrator; without it one is made, kept in the data folder and shown once.")
    @Nullable
    String adminKey;

    @Option(
            names = "--partitions",
            description = "Partitions of the log, fixed when the data folder is made (default: ${DEFAULT-VALUE}).")
    int partitions = 4;

    @Option(names = "--scoring-threads", description = "Threads that score (default: ${DEFAULT-VALUE}).")
    int scoringThreads = 1;

    @Option(names = "--engine-memory-mb", description = "Memory for ClickHouse (default: ${DEFAULT-VALUE}).")
    int engineMemoryMb = 600;
}
