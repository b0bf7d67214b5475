package io.salesbrain.query.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a request says outside its body.
 *
 * @param says what it means
 * @param schema of its value, in the words of JSON Schema
 * @param example a value that works; one that is optional and has an example stands in the example request
 */
public record Parameter(
        String name,
        In in,
        String says,
        Map<String, Object> schema,
        @Nullable String example) {
    /** Where it stands. */
    public enum In {
        PATH,
        QUERY,
        HEADER;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final int MAX_LENGTH = 1_000;

    public static final Parameter LIMIT = whole("limit", "How many items a page has at most.", 1, 100, 25);

    public static final Parameter STARTING_AFTER =
            text("starting_after", "Goes on behind a page: its next_starting_after, as it was given.");

    public static final Parameter CAMPAIGN = text("campaign_id", "Only what belongs to this campaign.");

    public static final Parameter FROM =
            text("from", "Begin of the period, inclusive: a day of UTC such as 2026-01-31, or a time in RFC 3339.");

    public static final Parameter TO =
            text("to", "End of the period: a day, which lies within it, or a time, which does not.");

    static final Parameter ORGANIZATION =
            text("organization_id", "With the admin key: whose data is meant. An organization key opens its own only.");

    public Parameter {
        schema = Map.copyOf(schema);
    }

    public static Parameter text(String name, String says) {
        return query(name, says, Map.of("type", "string", "maxLength", MAX_LENGTH));
    }

    public static Parameter time(String name, String says) {
        return query(name, says, Map.of("type", "string", "format", "date-time"));
    }

    public static Parameter flag(String name, String says) {
        return query(name, says, Map.of("type", "boolean"));
    }

    public static Parameter decimal(String name, String says) {
        return query(name, says, Map.of("type", "number", "minimum", 0));
    }

    public static Parameter whole(String name, String says, int least, int most, @Nullable Integer otherwise) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
        if (otherwise != null) {
            schema.put("default", otherwise);
        }
        return query(name, says, schema);
    }

    /** @param otherwise what holds where it is left out; empty for none of them */
    public static Parameter oneOf(String name, String says, List<String> values, String otherwise) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put("enum", values);
        if (!otherwise.isEmpty()) {
            schema.put("default", otherwise);
        }
        return query(name, says, schema);
    }

    /** @param example of something there may be */
    public static Parameter path(String name, String says, String example) {
        return new Parameter(name, In.PATH, says, Map.of("type", "string"), example);
    }

    public static Parameter header(String name, String says) {
        return new Parameter(name, In.HEADER, says, Map.of("type", "string"), null);
    }

    private static Parameter query(String name, String says, Map<String, Object> schema) {
        return new Parameter(name, In.QUERY, says, schema, null);
    }

    /** The same, as the example request has it. */
    public Parameter with(String value) {
        return new Parameter(name, in, says, schema, value);
    }
}
