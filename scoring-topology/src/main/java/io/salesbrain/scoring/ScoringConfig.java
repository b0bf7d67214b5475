package io.salesbrain.scoring;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param bootstrapServers Kafka's addresses
 * @param stateFolder where RocksDB lives; it can be deleted, the log refills it
 * @param threads stream threads of this process
 * @param partitions of the events topic
 * @param replication of internal topics
 * @param commitInterval how often results become visible; they do so exactly once
 * @param standbys copies of the state kept warm on other instances
 * @param instanceId a name that stays the same over restarts, so that a killed process gets its partitions back at once
 *     instead of after the session timeout; null where instances come and go
 */
public record ScoringConfig(
        String bootstrapServers,
        Path stateFolder,
        int threads,
        int partitions,
        int replication,
        Duration commitInterval,
        int standbys,
        @Nullable String instanceId) {
    public ScoringConfig {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads lies in 1..64, not " + threads);
        }
        if (commitInterval.toMillis() < 10) {
            throw new IllegalArgumentException("the commit interval is at least 10 ms");
        }
    }
}
