package io.salesbrain.scoring.topology;

import java.time.Duration;

/**
 * How much is remembered of a flooded subject.
 *
 * @param mostAtHand how many touches are kept at hand before redundant ones are laid aside; what one event of a flooded
 *     lead costs grows with it
 * @param asideKept for how long, after its arrival, a touch laid aside is still recognised when it comes again
 */
public record MemoryLimits(int mostAtHand, Duration asideKept) {
    public static final MemoryLimits DEFAULT = new MemoryLimits(80, Duration.ofDays(30));

    public MemoryLimits {
        if (mostAtHand < 1 || mostAtHand > 100_000) {
            throw new IllegalArgumentException("mostAtHand lies in 1..100000, not " + mostAtHand);
        }
        if (asideKept.compareTo(Duration.ofDays(7)) < 0) {
            throw new IllegalArgumentException("events are recognised for at least 7 days, not " + asideKept);
        }
    }
}
