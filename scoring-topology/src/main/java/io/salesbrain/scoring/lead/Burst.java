package io.salesbrain.scoring.lead;

import io.salesbrain.events.BurstCircle;

/**
 * That a lead's opens and clicks of one second were part of a burst over several leads.
 *
 * @param second since 1970 UTC
 * @param level how many leads took part: 1 at least {@link #FEW}, 2 {@link #MANY}, 3 {@link #CROWD}
 */
public record Burst(BurstCircle circle, long second, int level) {
    public static final int FEW = 3;
    public static final int MANY = 10;
    public static final int CROWD = 30;

    public Burst {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("a burst has level 1 to 3, not " + level);
        }
    }

    /** Of so many leads together; 0: no burst. */
    public static int level(int leads) {
        if (leads >= CROWD) {
            return 3;
        }
        return leads >= MANY ? 2 : leads >= FEW ? 1 : 0;
    }
}
