package io.salesbrain.query.api;

import io.salesbrain.query.http.Page;
import java.util.List;

/**
 * What a body looks like.
 *
 * @param type a record whose fields say what they mean
 * @param of what it is a page of, where it is one
 */
public record Shape(Class<?> type, List<Class<?>> of) {
    public Shape {
        of = List.copyOf(of);
    }

    static Shape of(Class<?> type) {
        return new Shape(type, List.of());
    }

    static Shape pageOf(Class<?> item) {
        return new Shape(Page.class, List.of(item));
    }
}
