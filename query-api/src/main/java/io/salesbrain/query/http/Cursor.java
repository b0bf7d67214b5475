package io.salesbrain.query.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The opaque place at which a list goes on: the sort key of the last item shown, so that what is added or removed
 * meanwhile neither repeats nor hides other items.
 */
public final class Cursor {
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    /** No part but the last holds a line break. */
    public static String of(String... parts) {
        var text = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place a request goes on at; a reader that throws means that this list never gave that cursor. */
    public static <T> Optional<T> read(Context ctx, int parts, Function<List<String>, T> reader) {
        return Parameters.text(ctx, "starting_after").map(text -> parse(text, parts, reader));
    }

    /** The same from a place that stands elsewhere in the request. */
    public static <T> T parse(String text, int parts, Function<List<String>, T> reader) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var found = new ArrayList<>(List.of(decoded.split(SEPARATOR, parts)));
            if (found.size() == parts) {
                return reader.apply(found);
            }
        } catch (RuntimeException e) {
            throw foreign(e);
        }
        throw foreign(null);
    }

    private static ApiException foreign(@Nullable Throwable cause) {
        var failure = ApiException.badParameter(
                "starting_after", "starting_after is the next_starting_after of this list's previous page.");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
