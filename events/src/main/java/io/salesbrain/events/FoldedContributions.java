package io.salesbrain.events;

import org.jspecify.annotations.Nullable;

/**
 * The contributions that weigh too little to be listed one by one.
 *
 * @param points the plain sum of theirs
 * @param massLog2 what they add to the score, in the form of {@link LeadState#massLog2()}; null for nothing
 */
public record FoldedContributions(
        int count, long points, @Nullable Double massLog2) {}
