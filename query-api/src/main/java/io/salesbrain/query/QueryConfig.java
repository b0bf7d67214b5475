package io.salesbrain.query;

import java.time.Duration;

/**
 * @param maxWatchers how many live streams may be open at once
 * @param heartbeat how often a silent live stream shows that it is alive
 * @param writePatience how long a written cost may take until every answer includes it
 * @param requestsPerSecond how often one key may call, three seconds' worth of it at once
 * @param allowsPrivateTargets whether alerts may be delivered into private networks, and without encryption
 */
public record QueryConfig(
        int maxWatchers,
        Duration heartbeat,
        Duration writePatience,
        int requestsPerSecond,
        boolean allowsPrivateTargets) {
    public static final QueryConfig DEFAULT =
            new QueryConfig(1_000, Duration.ofSeconds(15), Duration.ofSeconds(5), 200, false);

    /** With what the operator allows. */
    public QueryConfig allowing(int requestsPerSecondAndKey, boolean privateTargets) {
        return new QueryConfig(maxWatchers, heartbeat, writePatience, requestsPerSecondAndKey, privateTargets);
    }

    public QueryConfig {
        if (maxWatchers < 1) {
            throw new IllegalArgumentException("max_watchers is at least 1, not " + maxWatchers);
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("heartbeat is longer than nothing, not " + heartbeat);
        }
    }
}
