package io.salesbrain.query.http;

import io.javalin.http.Context;
import io.salesbrain.events.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The span that the parameters {@code from} and {@code to} name; each may be left out. */
public final class Period {
    private Period() {}

    /** Inclusive. */
    public static Optional<Instant> from(Context ctx) {
        return edge(ctx, "from", 0);
    }

    /** Exclusive; a day lies within the span. */
    public static Optional<Instant> to(Context ctx) {
        var from = from(ctx);
        var to = edge(ctx, "to", 1);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw ApiException.badParameter("to", "to lies after from.");
        }
        return to;
    }

    /** A time, or a day of UTC: the span then begins with its first, or ends with its last moment. */
    private static Optional<Instant> edge(Context ctx, String name, int daysLater) {
        return Parameters.text(ctx, name).map(text -> {
            var time = Timestamps.parse(text.replace(' ', '+'));
            if (time.isPresent()) {
                return time.get();
            }
            try {
                return LocalDate.parse(text)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw (ApiException) ApiException.badParameter(
                                name, name + " is a day such as 2026-01-31, or a time in RFC 3339 with an offset.")
                        .initCause(e);
            }
        });
    }
}
