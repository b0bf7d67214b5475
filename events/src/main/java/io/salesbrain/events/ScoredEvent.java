package io.salesbrain.events;

import org.jspecify.annotations.Nullable;

/**
 * An event that was new: each exactly once.
 *
 * @param partition the partition of the events topic it came from
 * @param ordinal its number among the distinct events of that partition, from 1
 * @param classified for a reply the model judged
 */
public record ScoredEvent(
        Event event, int partition, long ordinal, @Nullable Classified classified) implements ScoredRecord {}
