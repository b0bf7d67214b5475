package io.salesbrain.simulator.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Derives independent seeds from one, so that adding a lead or a campaign never shifts what the others do. */
public final class Seeds {
    private Seeds() {}

    public static long mix(long seed, long... parts) {
        long mixed = scramble(seed + 0x9E3779B97F4A7C15L);
        for (long part : parts) {
            mixed = scramble(mixed ^ scramble(part + 0x9E3779B97F4A7C15L));
        }
        return mixed;
    }

    public static long ofText(String text) {
        long hash = 0xCBF29CE484222325L;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
        }
        return scramble(hash);
    }

    public static RandomGenerator random(long seed, long... parts) {
        return new SplittableRandom(mix(seed, parts));
    }

    /** A version 4 UUID that is the same for the same seed. */
    public static UUID uuid(long seed, long... parts) {
        long high = mix(seed, parts);
        long low = scramble(high ^ 0x5851F42D4C957F2DL);
        return new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** A version 7 UUID (time first), as Instantly gives its e-mails. */
    public static UUID timedUuid(long epochMs, long seed, long... parts) {
        long mixed = mix(seed, parts);
        long high = (epochMs << 16) | 0x7000L | (mixed & 0x0FFFL);
        return new UUID(high, (scramble(mixed) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    public static <T> T pick(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public static boolean chance(RandomGenerator random, double share) {
        return random.nextDouble() < share;
    }

    private static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
