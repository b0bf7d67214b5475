package io.salesbrain.query.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextStartingAfter null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextStartingAfter) {
    public Page {
        items = List.copyOf(items);
    }

    /** From one item more than wanted, which tells whether there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** As a JSON object, to which a route may add what else belongs to the list. */
    public Map<String, @Nullable Object> toMap(Function<T, ?> view) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("items", items.stream().map(view).toList());
        map.put("next_starting_after", nextStartingAfter);
        return map;
    }
}
