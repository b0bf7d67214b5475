package io.salesbrain.clickhouse.sink;

import io.salesbrain.log.LogConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rows are gathered and written.
 *
 * @param log where the topics are
 * @param maxBatchRows rows after which a batch is written; one poll may bring a few more
 * @param maxBatchBytes of rows and the records they came from, after which a batch is written
 * @param maxBatchWait after a batch's first record, how long more are waited for
 * @param firstPause before the second attempt at an insert that ClickHouse did not take; it doubles with each further one
 * @param longestPause between two attempts
 * @param instanceId a name that stays the same over restarts, so that a killed sink goes on at once instead of after the
 *     session timeout; null where instances come and go
 */
public record SinkConfig(
        LogConfig log,
        int maxBatchRows,
        long maxBatchBytes,
        Duration maxBatchWait,
        Duration firstPause,
        Duration longestPause,
        @Nullable String instanceId) {
    public SinkConfig {
        if (maxBatchRows < 1 || maxBatchRows > 200_000) {
            throw new IllegalArgumentException("max_batch_rows lies in 1..200000, not " + maxBatchRows);
        }
        if (maxBatchBytes < 1 << 20 || maxBatchBytes > 256L << 20) {
            throw new IllegalArgumentException("max_batch_bytes lies in 1 MiB..256 MiB, not " + maxBatchBytes);
        }
        if (maxBatchWait.isNegative() || maxBatchWait.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("max_batch_wait lies in 0..60 s, not " + maxBatchWait);
        }
        if (firstPause.toMillis() < 1 || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("the pauses are at least 1 ms, the longest no shorter than the first");
        }
    }

    /** What suits one machine: rows are visible about 150 ms after the records were committed. */
    public static SinkConfig of(LogConfig log) {
        return new SinkConfig(
                log, 20_000, 48L << 20, Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(5), null);
    }

    public SinkConfig withMaxBatchRows(int rows) {
        return new SinkConfig(log, rows, maxBatchBytes, maxBatchWait, firstPause, longestPause, instanceId);
    }

    public SinkConfig withMaxBatchWait(Duration wait) {
        return new SinkConfig(log, maxBatchRows, maxBatchBytes, wait, firstPause, longestPause, instanceId);
    }

    public SinkConfig withInstanceId(String id) {
        return new SinkConfig(log, maxBatchRows, maxBatchBytes, maxBatchWait, firstPause, longestPause, id);
    }
}
