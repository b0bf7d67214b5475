package io.salesbrain.standalone.roles;

import io.salesbrain.ingest.IngestConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One machine with everything on it.
 *
 * @param adminKey as given by the operator; null: made once and kept in the data folder
 * @param partitions of the log, when it is created
 * @param scoringThreads stream threads
 * @param engineMemoryMb what ClickHouse may use
 * @param ingest what the receiver bears
 * @param instantly where Instantly is
 */
public record EmbeddedConfig(
        Path data,
        HttpSettings http,
        @Nullable String adminKey,
        int partitions,
        int scoringThreads,
        int engineMemoryMb,
        IngestConfig ingest,
        InstantlySettings instantly) {
    EmbeddedConfig with(InstantlySettings other) {
        return new EmbeddedConfig(data, http, adminKey, partitions, scoringThreads, engineMemoryMb, ingest, other);
    }
}
