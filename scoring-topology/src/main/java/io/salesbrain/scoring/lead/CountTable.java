package io.salesbrain.scoring.lead;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateKey;
import java.util.HashMap;
import java.util.Map;

/** What one lead adds to the counts, per dimension and UTC hour. */
public final class CountTable {
    /** A dimension in one hour; the organization is the lead's. */
    public record Cell(Dimension dimension, long hour) {}

    /** One dimension's counts by hour. */
    static final class Hours {
        private final Map<Long, Counts> byHour = new HashMap<>();

        void add(long atMs, Metric metric, long amount) {
            if (amount != 0) {
                byHour.computeIfAbsent(RateKey.hourOf(atMs), _ -> Counts.zero()).add(metric, amount);
            }
        }
    }

    private static final Hours NO_HOURS = new Hours();
    private static final Counts NOTHING = Counts.zero();

    private final Map<Dimension, Hours> byDimension = new HashMap<>();

    Hours of(Dimension dimension) {
        return byDimension.computeIfAbsent(dimension, _ -> new Hours());
    }

    /** What has to be added to {@code before} to get this table; cells where nothing changed are left out. */
    public Map<Cell, Counts> minus(CountTable before) {
        var difference = new HashMap<Cell, Counts>();
        byDimension.forEach((dimension, hours) -> {
            var earlier = before.byDimension.getOrDefault(dimension, NO_HOURS);
            hours.byHour.forEach((hour, counts) -> {
                var had = earlier.byHour.getOrDefault(hour, NOTHING);
                if (!counts.equals(had)) {
                    difference.put(new Cell(dimension, hour), difference(counts, had));
                }
            });
        });
        before.byDimension.forEach((dimension, hours) -> {
            var now = byDimension.getOrDefault(dimension, NO_HOURS);
            hours.byHour.forEach((hour, counts) -> {
                if (!now.byHour.containsKey(hour)) {
                    difference.put(new Cell(dimension, hour), difference(Counts.zero(), counts));
                }
            });
        });
        difference.values().removeIf(Counts::isZero);
        return difference;
    }

    private static Counts difference(Counts counts, Counts subtracted) {
        var difference = counts.copy();
        difference.subtract(subtracted);
        return difference;
    }

    public Map<Cell, Counts> cells() {
        var cells = new HashMap<Cell, Counts>();
        byDimension.forEach((dimension, hours) ->
                hours.byHour.forEach((hour, counts) -> cells.put(new Cell(dimension, hour), counts.copy())));
        return cells;
    }
}
