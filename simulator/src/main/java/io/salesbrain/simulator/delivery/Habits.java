package io.salesbrain.simulator.delivery;

import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a sender of webhooks behaves in the field. The shares are of all events: told twice with the same body, told twice with a slightly
 * different one, held back so that later ones overtake, never delivered. {@code retryDelays} are the waits before the second and third try.
 */
public record Habits(
        double repeatedShare,
        double alteredRepeatShare,
        double delayedShare,
        double lostShare,
        Duration longestDelay,
        Duration timeout,
        List<Duration> retryDelays) {

    /** What is believable, with waits compressed so that a demonstration does not wait for them. */
    public static final Habits BELIEVABLE = new Habits(
            0.015,
            0.008,
            0.06,
            0.002,
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            List.of(Duration.ofMillis(400), Duration.ofMillis(1_600)));

    /** Every event once and at once; still with retries. */
    public static final Habits PERFECT =
            new Habits(0, 0, 0, 0, Duration.ZERO, BELIEVABLE.timeout, BELIEVABLE.retryDelays);

    static final List<Copy> ONCE_AT_ONCE = List.of(new Copy(Duration.ZERO, false));

    public Habits {
        retryDelays = List.copyOf(retryDelays);
        requireShare("repeatedShare", repeatedShare);
        requireShare("alteredRepeatShare", alteredRepeatShare);
        requireShare("delayedShare", delayedShare);
        requireShare("lostShare", lostShare);
        if (longestDelay.isNegative() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("Habits need a delay of at least 0 and a timeout above 0.");
        }
    }

    /** Instantly's own waits: three tries within 30 seconds. */
    public Habits uncompressed() {
        return new Habits(
                repeatedShare,
                alteredRepeatShare,
                delayedShare,
                lostShare,
                Duration.ofSeconds(40),
                timeout,
                List.of(Duration.ofSeconds(8), Duration.ofSeconds(20)));
    }

    /** One way an event is sent: after a delay, with the body as it is or a slightly different one. */
    record Copy(Duration delay, boolean altered) {}

    /** What becomes of an event; none means that it is never delivered. The same seed and event meet the same fate. */
    List<Copy> fateOf(long seed, long sequence) {
        RandomGenerator random = Seeds.random(seed, 31, sequence);
        if (Seeds.chance(random, lostShare)) {
            return List.of();
        }
        List<Copy> copies = new ArrayList<>();
        copies.add(new Copy(Seeds.chance(random, delayedShare) ? delay(random) : Duration.ZERO, false));
        if (Seeds.chance(random, repeatedShare)) {
            copies.add(new Copy(delay(random), false));
        }
        if (Seeds.chance(random, alteredRepeatShare)) {
            copies.add(new Copy(delay(random), true));
        }
        return copies;
    }

    private Duration delay(RandomGenerator random) {
        return Duration.ofMillis(Math.round(longestDelay.toMillis() * random.nextDouble()));
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The habit " + name + " is a share between 0 and 1, not " + share + ".");
        }
    }
}
