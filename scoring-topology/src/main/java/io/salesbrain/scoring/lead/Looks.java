package io.salesbrain.scoring.lead;

import java.util.Arrays;

/**
 * The first opens or the first clicks of one e-mail, in chronological order. Only these are judged by what happened
 * around them: they stay at hand however many follow, so what is laid aside of a flood never depends on a neighbour.
 */
final class Looks {
    /** More than people make of one e-mail. */
    static final int MOST = 8;

    /** Of an e-mail that was never looked at. */
    static final Looks NONE = new Looks();

    private static final long TOGETHER_MS = 2_000;

    private long[] atMs = new long[2];
    private int size;

    void add(long ms) {
        if (size == MOST) {
            return;
        }
        if (size == atMs.length) {
            atMs = Arrays.copyOf(atMs, 2 * size);
        }
        atMs[size++] = ms;
    }

    /** How many lie within two seconds of it, itself included if it is one of them. */
    int around(long ms) {
        int number = 0;
        for (int i = 0; i < size; i++) {
            number += Math.abs(atMs[i] - ms) <= TOGETHER_MS ? 1 : 0;
        }
        return number;
    }

    /** The time since the latest one at or before it; below zero: there is none. */
    long since(long ms) {
        for (int i = size - 1; i >= 0; i--) {
            if (atMs[i] <= ms) {
                return ms - atMs[i];
            }
        }
        return -1;
    }

    /** The time until the earliest one more than two seconds after it; below zero: there is none. */
    long untilNext(long ms) {
        for (int i = 0; i < size; i++) {
            if (atMs[i] > ms + TOGETHER_MS) {
                return atMs[i] - ms;
            }
        }
        return -1;
    }

    /** Whether the one at this time lies as far behind the one before as before the next, as only clocks do it. */
    boolean isPaced(long ms) {
        for (int i = 1; i + 1 < size; i++) {
            long before = atMs[i] - atMs[i - 1];
            long after = atMs[i + 1] - atMs[i];
            boolean steady = before > TOGETHER_MS && Math.abs(before - after) <= Math.min(TOGETHER_MS, before / 10);
            if (steady && (atMs[i - 1] == ms || atMs[i] == ms || atMs[i + 1] == ms)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
