package io.salesbrain.simulator.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long things take. */
final class Delays {
    private Delays() {}

    static Duration seconds(RandomGenerator random, double from, double to) {
        return Duration.ofMillis(Math.round(1000 * (from + (to - from) * random.nextDouble())));
    }

    /** Skewed as waiting times are: half below the median, some far above; never beyond {@code most}. */
    static Duration around(RandomGenerator random, Duration median, double spread, Duration most) {
        double factor = StrictMath.exp(spread * random.nextGaussian());
        return Duration.ofMillis(Math.min(most.toMillis(), Math.round(median.toMillis() * factor)));
    }
}
