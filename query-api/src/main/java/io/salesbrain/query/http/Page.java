package io.salesbrain.query.http;

import io.salesbrain.query.api.Says;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextStartingAfter null on the last page
 */
@Says("One page of a list.")
public record Page<T>(
        @Says("The items, in the list's order.") List<T> items,

        @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
        String nextStartingAfter) {
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

    /** The same page of what its items are shown as. */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), nextStartingAfter);
    }
}
