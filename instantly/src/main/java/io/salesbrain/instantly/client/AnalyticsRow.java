package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of figures: of a day, of a step and variant, or of all.
 *
 * @param names its texts by Instantly's names: date, email_account, step, variant
 * @param counts its numbers by Instantly's names
 */
public record AnalyticsRow(Map<String, String> names, Map<String, Long> counts) {
    public AnalyticsRow {
        names = Map.copyOf(names);
        counts = Map.copyOf(counts);
    }

    static AnalyticsRow of(JsonNode json) {
        var names = new LinkedHashMap<String, String>();
        var counts = new LinkedHashMap<String, Long>();
        json.properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                counts.put(field.getKey(), field.getValue().longValue());
            } else if (field.getValue().isTextual()) {
                names.put(field.getKey(), field.getValue().textValue());
            }
        });
        return new AnalyticsRow(names, counts);
    }

    public String name(String field) {
        return names.getOrDefault(field, "");
    }

    public long count(String field) {
        return counts.getOrDefault(field, 0L);
    }
}
