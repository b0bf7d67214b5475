package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A number per {@link Metric}; in JSON only those that are not zero. Sums commute, so order never matters. */
@SuppressWarnings("EnumOrdinal") // An index into an array that never leaves this class; outside, metrics have names.
public final class Counts {
    private final long[] values;

    private Counts(long[] values) {
        this.values = values;
    }

    public static Counts zero() {
        return new Counts(new long[Metric.count()]);
    }

    /** Metrics this version does not know are left out: an older reader of a newer topic still counts right. */
    @JsonCreator
    public static Counts of(Map<String, Long> byLabel) {
        var counts = zero();
        for (var metric : Metric.values()) {
            counts.values[metric.ordinal()] = byLabel.getOrDefault(metric.label(), 0L);
        }
        return counts;
    }

    public long get(Metric metric) {
        return values[metric.ordinal()];
    }

    public void add(Metric metric, long amount) {
        values[metric.ordinal()] += amount;
    }

    public void add(Counts other) {
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values[i];
        }
    }

    public void subtract(Counts other) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= other.values[i];
        }
    }

    public Counts copy() {
        return new Counts(values.clone());
    }

    public boolean isZero() {
        for (long value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    @JsonValue
    public Map<String, Long> toMap() {
        var map = new LinkedHashMap<String, Long>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                map.put(Metric.at(i).label(), values[i]);
            }
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && Arrays.equals(values, counts.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
