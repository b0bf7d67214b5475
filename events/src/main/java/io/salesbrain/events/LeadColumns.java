package io.salesbrain.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What is known of a lead by its columns and custom variables: Instantly merges them into every delivery beside its
 * own fields. The newest delivery comes first and wins, and what only older ones say stays.
 */
public final class LeadColumns {
    public static final int MAX_COLUMNS = 200;

    /** Of a column's value, in UTF-8; what is longer is shown by its beginning. */
    public static final int MAX_VALUE_BYTES = 2 << 10;

    /** Nobody gives a column a longer name; such a member is left out. */
    public static final int MAX_NAME_LENGTH = 256;

    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;

    /** The texts were read under stricter limits when they arrived. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A delivery about the lead.
     *
     * @param eventId decides between two deliveries of one instant
     * @param raw its JSON text, or empty where there is none
     */
    public record Delivery(Instant at, String eventId, String raw) {}

    private static final Comparator<Delivery> NEWEST_FIRST = Comparator.comparing(Delivery::at)
            .thenComparing(Delivery::eventId)
            .thenComparing(Delivery::raw)
            .reversed();

    private LeadColumns() {}

    /** The columns by name, each value as JSON text, whatever the order of the deliveries. */
    public static SequencedMap<String, String> of(Collection<Delivery> deliveries) {
        var columns = new LinkedHashMap<String, String>();
        deliveries.stream()
                .filter(delivery -> !delivery.raw().isEmpty())
                .sorted(NEWEST_FIRST)
                .takeWhile(_ -> columns.size() < MAX_COLUMNS)
                .forEach(delivery -> add(delivery.raw(), columns));
        return Collections.unmodifiableSequencedMap(columns);
    }

    private static void add(String raw, SequencedMap<String, String> columns) {
        try (var parser = JSON.createParser(raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (columns.size() < MAX_COLUMNS && parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                var value = value(parser, raw);
                if (name.length() <= MAX_NAME_LENGTH && !PayloadField.isReserved(name)) {
                    columns.putIfAbsent(name, value);
                }
            }
        } catch (IOException _) {
            // What the log holds was well-formed when it came; a text that is not any more shows what can be read.
            return;
        }
    }

    /** The value's own text, so that 1.50 stays 1.50 and what is nested stays as it was sent. */
    private static String value(JsonParser parser, String raw) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        var sent = raw.substring(start, end);
        var shown = isText ? parser.getText() : sent;
        return fitting(shown, MAX_VALUE_BYTES) == shown.length() ? sent : shortened(shown);
    }

    private static String shortened(String shown) {
        var beginning = shown.substring(0, fitting(shown, MAX_VALUE_BYTES - ELLIPSIS_BYTES));
        // Once through UTF-8, which has no half surrogate pairs: an escape may have brought one.
        var wellFormed = new String(beginning.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Json.write(wellFormed + ELLIPSIS);
    }

    /** How many characters of a text fit so many bytes of UTF-8. */
    private static int fitting(String text, int maxBytes) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }
}
