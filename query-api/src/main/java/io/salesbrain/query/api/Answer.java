package io.salesbrain.query.api;

import org.jspecify.annotations.Nullable;

/**
 * What comes back.
 *
 * @param mediaType null where there is no body
 * @param shape of its JSON; null where it is a text of another kind
 */
public record Answer(
        int status,
        String says,
        @Nullable String mediaType,
        @Nullable Shape shape) {
    private static final int FIRST_ERROR = 400;

    boolean isError() {
        return status >= FIRST_ERROR;
    }
}
