package io.salesbrain.simulator.traffic;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A skewed waiting time: half of them below the median, the logarithm normal with this spread. */
public record Delay(Duration median, double spread) {
    public static Delay of(Duration median, double spread) {
        return new Delay(median, spread);
    }

    long drawMs(RandomGenerator random) {
        return Math.round(median.toMillis() * StrictMath.exp(spread * random.nextGaussian()));
    }
}
