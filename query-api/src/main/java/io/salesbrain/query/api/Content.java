package io.salesbrain.query.api;

import org.jspecify.annotations.Nullable;

/**
 * One way to write a body.
 *
 * @param shape of its JSON; null where it is a text of another kind
 * @param example that works
 */
public record Content(String mediaType, @Nullable Shape shape, String example) {
    static final String JSON = "application/json";
}
