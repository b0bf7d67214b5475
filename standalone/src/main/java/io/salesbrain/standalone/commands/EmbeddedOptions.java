package io.salesbrain.standalone.commands;

import picocli.CommandLine.Option;

/** How much of this machine everything together may take. */
final class EmbeddedOptions {
    @Option(
            names = "--log-partitions",
            description = "Partitions of the log, fixed when the data folder is made (default: ${DEFAULT-VALUE}).")
    int partitions = 4;

    @Option(names = "--scoring-threads", description = "Threads that score (default: ${DEFAULT-VALUE}).")
    int scoringThreads = 1;

    @Option(names = "--engine-memory-mb", description = "Memory for ClickHouse (default: ${DEFAULT-VALUE}).")
    int engineMemoryMb = 600;
}
