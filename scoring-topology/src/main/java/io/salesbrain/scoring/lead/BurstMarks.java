package io.salesbrain.scoring.lead;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * In which seconds the lead's opens and clicks were part of a burst over several leads. Only the bursts' own stage sees
 * the other leads; here its findings are remembered. A level only rises as more of a burst becomes known, and of many
 * marked seconds the earliest stay, so what is remembered in the end is the same for any order of arrival.
 *
 * @param marks in order of their seconds
 */
public record BurstMarks(List<Mark> marks) {
    public static final BurstMarks NONE = new BurstMarks(List.of());

    /** A lead that was part of more bursts is haunted by machines anyway; what it costs stays bounded. */
    public static final int MOST = 64;

    private static final long MS_PER_SECOND = 1_000;

    /** Levels as {@link Burst} has them; 0: none. */
    public record Mark(long second, int domain, int account) {
        static Mark none(long second) {
            return new Mark(second, 0, 0);
        }

        Mark with(Burst burst) {
            return switch (burst.circle()) {
                case DOMAIN -> new Mark(second, Math.max(domain, burst.level()), account);
                case ACCOUNT -> new Mark(second, domain, Math.max(account, burst.level()));
            };
        }
    }

    public BurstMarks {
        marks = List.copyOf(marks);
        if (marks.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " seconds of a lead are marked");
        }
    }

    public static long secondOf(long atMs) {
        return Math.floorDiv(atMs, MS_PER_SECOND);
    }

    Mark at(long atMs) {
        long second = secondOf(atMs);
        int place = place(second);
        return place >= 0 ? marks.get(place) : Mark.none(second);
    }

    public BurstMarks with(Burst burst) {
        int place = place(burst.second());
        var more = new ArrayList<>(marks);
        if (place >= 0) {
            more.set(place, marks.get(place).with(burst));
        } else {
            more.add(-place - 1, Mark.none(burst.second()).with(burst));
        }
        return new BurstMarks(more.subList(0, Math.min(more.size(), MOST)));
    }

    private int place(long second) {
        return marks.isEmpty()
                ? -1
                : Collections.binarySearch(marks, Mark.none(second), Comparator.comparingLong(Mark::second));
    }
}
