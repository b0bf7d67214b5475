package io.salesbrain.query.http;

import io.javalin.http.Context;
import io.salesbrain.events.Timestamps;
import io.salesbrain.query.readmodel.Window;
import java.time.Instant;
import java.util.Optional;

/** Reads query parameters; what cannot be read is a 400 that names the parameter. */
public final class Parameters {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_LENGTH = 1_000;

    private Parameters() {}

    /** Empty where absent or blank. */
    public static Optional<String> text(Context ctx, String name) {
        var value = ctx.queryParam(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > MAX_LENGTH) {
            throw ApiException.badParameter(name, name + " is longer than " + MAX_LENGTH + " characters.");
        }
        return Optional.of(value);
    }

    public static int limit(Context ctx) {
        return text(ctx, "limit").map(Parameters::limit).orElse(DEFAULT_LIMIT);
    }

    private static int limit(String text) {
        if (text.matches("\\d{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw ApiException.badParameter("limit", "limit is a whole number from 1 to " + MAX_LIMIT + ".");
    }

    public static Optional<Boolean> flag(Context ctx, String name) {
        return text(ctx, name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiException.badParameter(name, name + " is true or false.");
        });
    }

    /** RFC 3339. The plus of an offset arrives as a blank from callers who do not escape it. */
    public static Optional<Instant> time(Context ctx, String name) {
        return text(ctx, name)
                .map(value -> Timestamps.parse(value.replace(' ', '+'))
                        .orElseThrow(() -> ApiException.badParameter(
                                name, name + " is a time in RFC 3339 with an offset, such as 2026-01-31T12:00:00Z.")));
    }

    public static Window window(Context ctx) {
        return text(ctx, "window")
                .map(value -> Window.ofLabel(value)
                        .orElseThrow(() -> ApiException.badParameter("window", "window is 24h, 7d, 30d or all.")))
                .orElse(Window.ALL);
    }

    /** True for group_by=day, the only grouping of statistics. */
    public static boolean byDay(Context ctx) {
        return text(ctx, "group_by")
                .map(value -> {
                    if (!value.equals("day")) {
                        throw ApiException.badParameter("group_by", "group_by is day, or is left out.");
                    }
                    return true;
                })
                .orElse(false);
    }
}
