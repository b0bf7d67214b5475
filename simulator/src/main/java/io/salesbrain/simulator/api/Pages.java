package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Instantly's paging: {@code limit} 1..100, {@code starting_after} a cursor whose form depends on the resource. */
final class Pages {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 100;

    private Pages() {}

    static <T> ObjectNode page(Context context, List<T> all, Function<T, String> cursor, Function<T, ObjectNode> view) {
        return page(context.queryParam("limit"), context.queryParam("starting_after"), all, cursor, view);
    }

    static <T> ObjectNode page(
            @Nullable String limit,
            @Nullable String after,
            List<T> all,
            Function<T, String> cursor,
            Function<T, ObjectNode> view) {
        int from = start(after, all, cursor);
        int to = Math.min(all.size(), from + limit(limit));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        all.subList(from, to).forEach(item -> items.add(view.apply(item)));
        // Like the real one, a field without a value is left out.
        if (to < all.size()) {
            page.put("next_starting_after", cursor.apply(all.get(to - 1)));
        }
        return page;
    }

    private static <T> int start(@Nullable String after, List<T> all, Function<T, String> cursor) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (cursor.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new ApiError(HttpStatus.BAD_REQUEST, "querystring/starting_after is not a cursor of this list");
    }

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "querystring/limit must be an integer from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }
}
