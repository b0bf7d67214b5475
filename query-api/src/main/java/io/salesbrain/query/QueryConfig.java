package io.salesbrain.query;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * @param hotShare the share of an organization's scored leads from which the threshold for hot is taken, above 0 and at
 *     most 1
 * @param maxWatchers how many live streams may be open at once
 * @param heartbeat how often a silent live stream shows that it is alive
 * @param writePatience how long a written cost may take until every answer includes it
 * @param allowsPrivateTargets whether alerts may be delivered into private networks, and without encryption
 */
public record QueryConfig(
        BigDecimal hotShare,
        int maxWatchers,
        Duration heartbeat,
        Duration writePatience,
        boolean allowsPrivateTargets) {
    /** With what the operator allows. */
    public QueryConfig withPrivateTargets(boolean allowed) {
        return new QueryConfig(hotShare, maxWatchers, heartbeat, writePatience, allowed);
    }

    public QueryConfig(BigDecimal hotShare, int maxWatchers, Duration heartbeat, Duration writePatience) {
        this(hotShare, maxWatchers, heartbeat, writePatience, false);
    }

    public static final QueryConfig DEFAULT =
            new QueryConfig(new BigDecimal("0.1"), 1_000, Duration.ofSeconds(15), Duration.ofSeconds(5));

    public QueryConfig {
        if (hotShare.signum() <= 0 || hotShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("hot_share lies above 0 and is at most 1, not " + hotShare);
        }
        if (maxWatchers < 1) {
            throw new IllegalArgumentException("max_watchers is at least 1, not " + maxWatchers);
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("heartbeat is longer than nothing, not " + heartbeat);
        }
    }
}
