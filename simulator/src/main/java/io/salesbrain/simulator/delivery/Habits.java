package io.salesbrain.simulator.delivery;

import io.salesbrain.simulator.oddity.Oddities;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a sender of webhooks behaves in the field: on the way, in waiting, in giving up, and in what it writes. */
public record Habits(Shares shares, Waits waits, Patience patience, Oddities oddities) {
    private static final Waits COMPRESSED = new Waits(
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofMillis(3),
            List.of(Duration.ofMillis(400), Duration.ofMillis(1_600)));

    private static final Patience SOME_PATIENCE = new Patience(50, Duration.ofMinutes(10));

    /** What is believable, with waits compressed so that a demonstration does not wait for them. */
    public static final Habits BELIEVABLE =
            new Habits(new Shares(0.015, 0.008, 0, 0.06, 0.002, 0, 1), COMPRESSED, SOME_PATIENCE, Oddities.BELIEVABLE);

    /** Every event once and at once; still with retries. */
    public static final Habits PERFECT = new Habits(Shares.NONE, COMPRESSED, SOME_PATIENCE, Oddities.NONE);

    /** Everything that was ever seen or feared, all of it often. */
    public static final Habits NASTY =
            new Habits(new Shares(0.05, 0.03, 0.05, 0.15, 0.01, 0.02, 0.5), COMPRESSED, SOME_PATIENCE, Oddities.ALL);

    static final List<Copy> ONCE_AT_ONCE = List.of(new Copy(Duration.ZERO, Telling.AS_IT_IS, false));

    public Habits withShares(Shares newShares) {
        return new Habits(newShares, waits, patience, oddities);
    }

    public Habits withWaits(Waits newWaits) {
        return new Habits(shares, newWaits, patience, oddities);
    }

    public Habits withPatience(Patience newPatience) {
        return new Habits(shares, waits, newPatience, oddities);
    }

    public Habits withOddities(Oddities newOddities) {
        return new Habits(shares, waits, patience, newOddities);
    }

    /** Instantly's own waits: three tries within 30 seconds. */
    public Habits uncompressed() {
        return withWaits(new Waits(
                Duration.ofSeconds(40),
                waits.timeout(),
                waits.impatience(),
                List.of(Duration.ofSeconds(8), Duration.ofSeconds(20))));
    }

    enum Telling {
        AS_IT_IS,
        ALTERED,
        REWRITTEN
    }

    /** One way an event is sent: after a delay, with one body or another, and by a sender who waits for the answer or not. */
    record Copy(Duration delay, Telling telling, boolean impatient) {}

    /** What becomes of an event; none means that it is never sent. The same seed and event meet the same fate. */
    List<Copy> fateOf(long seed, long sequence) {
        RandomGenerator random = Seeds.random(seed, 31, sequence);
        if (Seeds.chance(random, shares.lost())) {
            return List.of();
        }
        Duration before = Seeds.chance(random, shares.delayed()) ? delay(random) : Duration.ZERO;
        List<Copy> repeats = new ArrayList<>();
        addRepeat(repeats, random, shares.repeated(), Telling.AS_IT_IS);
        addRepeat(repeats, random, shares.altered(), Telling.ALTERED);
        addRepeat(repeats, random, shares.rewritten(), Telling.REWRITTEN);
        List<Copy> copies = new ArrayList<>();
        copies.add(new Copy(before, Telling.AS_IT_IS, Seeds.chance(random, shares.impatient())));
        copies.addAll(repeats);
        return copies;
    }

    private void addRepeat(List<Copy> repeats, RandomGenerator random, double share, Telling telling) {
        if (Seeds.chance(random, share)) {
            repeats.add(new Copy(delay(random), telling, false));
        }
    }

    private Duration delay(RandomGenerator random) {
        return Duration.ofMillis(Math.round(waits.longestDelay().toMillis() * random.nextDouble()));
    }
}
