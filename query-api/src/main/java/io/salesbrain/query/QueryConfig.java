package io.salesbrain.query;

import java.time.Duration;

/**
 * @param maxWatchers how many live streams may be open at once
 * @param heartbeat how often a silent live stream shows that it is alive
 * @param writePatience how long a written cost may take until every answer includes it
 */
public record QueryConfig(int maxWatchers, Duration heartbeat, Duration writePatience) {
    public static final QueryConfig DEFAULT = new QueryConfig(1_000, Duration.ofSeconds(15), Duration.ofSeconds(5));

    public QueryConfig {
        if (maxWatchers < 1) {
            throw new IllegalArgumentException("max_watchers is at least 1, not " + maxWatchers);
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("heartbeat is longer than nothing, not " + heartbeat);
        }
    }
}
