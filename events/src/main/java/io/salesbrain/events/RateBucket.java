package io.salesbrain.events;

import java.time.Instant;

/**
 * All counts of one {@link RateKey}.
 *
 * @param version rises with every change, so that a store can keep the latest
 * @param updatedAt when its latest change was computed
 */
public record RateBucket(Counts counts, long version, Instant updatedAt) implements RateRecord {}
