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

    private final Map<Cell, Counts> cells = new HashMap<>();

    void add(Dimension dimension, long atMs, Metric metric, long amount) {
        if (amount != 0) {
            cells.computeIfAbsent(new Cell(dimension, RateKey.hourOf(atMs)), _ -> Counts.zero())
                    .add(metric, amount);
        }
    }

    /** What has to be added to {@code before} to get this table; cells where nothing changed are left out. */
    public Map<Cell, Counts> minus(CountTable before) {
        var difference = new HashMap<Cell, Counts>();
        cells.forEach((cell, counts) -> difference.put(cell, counts.copy()));
        before.cells.forEach((cell, counts) ->
                difference.computeIfAbsent(cell, _ -> Counts.zero()).subtract(counts));
        difference.values().removeIf(Counts::isZero);
        return difference;
    }

    public Map<Cell, Counts> cells() {
        return Map.copyOf(cells);
    }
}
