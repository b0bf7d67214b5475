package io.salesbrain.simulator.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The labels of a workspace with the interest value that stands for each, as webhooks for them are registered by it. */
record CustomLabels(Map<String, Integer> valueByName) {
    /** Instantly's own labels take the small values. */
    private static final int FIRST_VALUE = 11;

    static CustomLabels of(List<String> names) {
        Map<String, Integer> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, FIRST_VALUE + values.size()));
        return new CustomLabels(values);
    }

    /** Whether a payload of this type is an event of the label with that value, or, without a value, of any label. */
    boolean match(String eventType, OptionalDouble value) {
        Optional<Integer> known = Optional.ofNullable(valueByName.get(eventType));
        return known.filter(one -> value.isEmpty() || value.getAsDouble() == one)
                .isPresent();
    }
}
