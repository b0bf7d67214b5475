package io.salesbrain.ingest.limits;

/** Says which limit is out of range. */
public final class Ranges {
    private Ranges() {}

    public static void require(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " lies in " + min + ".." + max + ", not " + value);
        }
    }
}
