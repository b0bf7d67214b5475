package io.salesbrain.scoring.hot;

import java.util.Arrays;

/**
 * The mass at a given place in the order of an organization's masses, exactly, with a bounded part of that order at
 * hand: a window of neighbouring masses with how many leads have each, and how many leads lie above it. A lead that
 * comes or goes outside of the window is counted in O(1), one inside it in O(window); since a place moves by one or two
 * leads at a time, the window is moved on once in many changes, by reading its neighbours from where all masses lie.
 * Ties cost nothing: a thousand leads of one mass are one number.
 *
 * <p>Masses are any numbers but NaN and positive infinity, the greatest first. Not safe for use by several threads.
 */
public final class RankWindow {
    /** Where all masses lie in order. */
    public interface Masses {
        /** All that are under a bound, falling, until the reader has enough. */
        void under(double bound, Reader reader);

        /** All from a bound on, rising, until the reader has enough. */
        void from(double bound, Reader reader);
    }

    /** Takes one lead's mass and says whether it wants another. */
    public interface Reader {
        boolean wantsMoreAfter(double mass);
    }

    /** Leads read at once when the window moves on. */
    static final int CHUNK = 128;

    /** Different masses at hand. */
    static final int MOST_GROUPS = 4 * CHUNK;

    private final Masses all;

    /** Rising; the window knows every lead with {@code low <= mass < high}. */
    private double[] masses = new double[32];

    private long[] leads = new long[32];
    private int groups;
    private double low;
    private double high;
    private long above;
    private long size;

    private RankWindow(Masses all, double low, double high, long above, long size) {
        this.all = all;
        this.low = low;
        this.high = high;
        this.above = above;
        this.size = size;
    }

    /** Over no leads. */
    public static RankWindow empty(Masses all) {
        return new RankWindow(all, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);
    }

    /**
     * As it was left, with nothing at hand yet.
     *
     * @param mass any
     * @param above how many leads have a greater one
     * @param size how many leads there are
     */
    public static RankWindow at(double mass, long above, long size, Masses all) {
        double high = size == 0 ? Double.POSITIVE_INFINITY : Math.nextUp(mass);
        double low = size == 0 ? Double.NEGATIVE_INFINITY : high;
        return new RankWindow(all, low, high, above, size);
    }

    /** How many leads there are. */
    public long size() {
        return size;
    }

    /** Different masses at hand. */
    int groups() {
        return groups;
    }

    /** One lead more; {@link Masses} has it already. */
    public void add(double mass) {
        size++;
        if (mass >= high) {
            above++;
        } else if (mass >= low) {
            int place = Arrays.binarySearch(masses, 0, groups, mass);
            if (place >= 0) {
                leads[place]++;
            } else {
                insert(-place - 1, mass, 1);
            }
        }
    }

    /** One lead less; {@link Masses} has it no more. */
    public void remove(double mass) {
        size--;
        if (mass >= high) {
            above--;
        } else if (mass >= low) {
            int place = Arrays.binarySearch(masses, 0, groups, mass);
            if (place < 0) {
                throw new IllegalStateException("no lead has the mass " + mass + " that is taken out");
            }
            if (--leads[place] == 0) {
                cut(place, place + 1);
            }
        }
    }

    /**
     * @param mass of the lead at the place asked for
     * @param above how many leads have a greater one
     */
    public record Place(double mass, long above) {}

    /** The lead at a place, 1 to {@link #size}, counted from the greatest mass. */
    public Place at(long place) {
        if (place < 1 || place > size) {
            throw new IllegalArgumentException("place " + place + " of " + size);
        }
        while (place <= above) {
            readUpwards();
        }
        while (true) {
            long before = above;
            for (int group = groups - 1; group >= 0; group--) {
                if (place <= before + leads[group]) {
                    var found = new Place(masses[group], before);
                    trimAround(group);
                    return found;
                }
                before += leads[group];
            }
            readDownwards();
        }
    }

    private void readUpwards() {
        if (high == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException(above + " leads lie above all others");
        }
        var found = new Groups();
        all.from(high, found);
        insertAll(groups, found);
        above -= found.leads;
        high = found.isComplete() ? Math.nextUp(found.last()) : Double.POSITIVE_INFINITY;
    }

    private void readDownwards() {
        if (low == Double.NEGATIVE_INFINITY) {
            throw new IllegalStateException("fewer leads are in order than were counted, which is " + size);
        }
        var found = new Groups();
        all.under(low, found);
        low = found.isComplete() ? found.last() : Double.NEGATIVE_INFINITY;
        found.turn();
        insertAll(0, found);
    }

    /** Forgets what is farthest away; half of what may be at hand stays on either side. */
    private void trimAround(int group) {
        if (groups <= MOST_GROUPS) {
            return;
        }
        int last = Math.min(groups, group + MOST_GROUPS / 2);
        for (int i = last; i < groups; i++) {
            above += leads[i];
        }
        if (last < groups) {
            high = masses[last];
            cut(last, groups);
        }
        int first = Math.max(0, group - MOST_GROUPS / 2);
        if (first > 0) {
            low = masses[first];
            cut(0, first);
        }
    }

    private void insert(int place, double mass, long number) {
        makeRoom(place, 1);
        masses[place] = mass;
        leads[place] = number;
    }

    private void insertAll(int place, Groups found) {
        makeRoom(place, found.groups);
        System.arraycopy(found.masses, 0, masses, place, found.groups);
        System.arraycopy(found.counts, 0, leads, place, found.groups);
    }

    private void makeRoom(int place, int more) {
        if (groups + more > masses.length) {
            int length = Math.max(groups + more, masses.length * 2);
            masses = Arrays.copyOf(masses, length);
            leads = Arrays.copyOf(leads, length);
        }
        System.arraycopy(masses, place, masses, place + more, groups - place);
        System.arraycopy(leads, place, leads, place + more, groups - place);
        groups += more;
    }

    private void cut(int from, int to) {
        System.arraycopy(masses, to, masses, from, groups - to);
        System.arraycopy(leads, to, leads, from, groups - to);
        groups -= to - from;
    }

    /** Reads whole groups, so that a bound between two masses tells what has been read. */
    private static final class Groups implements Reader {
        private final double[] masses = new double[CHUNK + 1];
        private final long[] counts = new long[CHUNK + 1];
        private int groups;
        private long leads;
        private boolean complete;

        @Override
        public boolean wantsMoreAfter(double mass) {
            boolean another = groups == 0 || masses[groups - 1] != mass;
            if (another && leads >= CHUNK) {
                complete = true;
                return false;
            }
            if (another) {
                masses[groups++] = mass;
            }
            counts[groups - 1]++;
            leads++;
            return true;
        }

        /** There is more behind the last group. */
        boolean isComplete() {
            return complete;
        }

        /** The mass read last. */
        double last() {
            return masses[groups - 1];
        }

        void turn() {
            for (int i = 0, j = groups - 1; i < j; i++, j--) {
                double mass = masses[i];
                masses[i] = masses[j];
                masses[j] = mass;
                long count = counts[i];
                counts[i] = counts[j];
                counts[j] = count;
            }
        }
    }
}
