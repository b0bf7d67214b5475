package io.salesbrain.clickhouse.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.salesbrain.events.Json;
import io.salesbrain.events.StepVariant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one row as ClickHouse reads it in the format JSONEachRow. */
final class JsonRow {
    /** The span of DateTime64; what lies outside is stored as its edge, and the raw event still says what was sent. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2299-12-31T23:59:59.999Z");

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JsonGenerator out;

    private JsonRow(JsonGenerator out) {
        this.out = out;
    }

    static byte[] write(Consumer<JsonRow> columns) {
        var bytes = new ByteArrayOutputStream(512);
        try (var generator = Json.MAPPER.getFactory().createGenerator(bytes)) {
            generator.writeStartObject();
            columns.accept(new JsonRow(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a row cannot be written as JSON", e);
        }
        return bytes.toByteArray();
    }

    JsonRow text(String column, String value) {
        return wrote(() -> out.writeStringField(column, wellFormed(value)));
    }

    JsonRow texts(String column, Collection<String> values) {
        return wrote(() -> {
            out.writeArrayFieldStart(column);
            for (var value : values) {
                out.writeString(wellFormed(value));
            }
            out.writeEndArray();
        });
    }

    JsonRow number(String column, long value) {
        return wrote(() -> out.writeNumberField(column, value));
    }

    JsonRow number(String column, double value) {
        return wrote(() -> out.writeNumberField(column, value));
    }

    JsonRow numbers(String column, Map<String, Double> values) {
        return wrote(() -> {
            out.writeObjectFieldStart(column);
            for (var entry : values.entrySet()) {
                out.writeNumberField(entry.getKey(), entry.getValue());
            }
            out.writeEndObject();
        });
    }

    JsonRow numberOrNull(String column, @Nullable Double value) {
        return value == null ? absent(column) : number(column, value.doubleValue());
    }

    JsonRow flag(String column, boolean value) {
        return wrote(() -> out.writeBooleanField(column, value));
    }

    JsonRow instant(String column, Instant value) {
        return wrote(() -> out.writeStringField(column, DATE_TIME.format(storable(value))));
    }

    /** As near as DateTime64 comes to it. */
    static Instant storable(Instant value) {
        return value.isBefore(EARLIEST) ? EARLIEST : value.isAfter(LATEST) ? LATEST : value;
    }

    JsonRow instantOrNull(String column, @Nullable Instant value) {
        return value == null ? absent(column) : instant(column, value);
    }

    JsonRow step(StepVariant step) {
        return number("sequence", step.sequence()).number("step", step.step()).number("variant", step.variant());
    }

    JsonRow absent(String column) {
        return wrote(() -> out.writeNullField(column));
    }

    /** Half of a surrogate pair has no UTF-8; it becomes a question mark, as in the event's id. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    private JsonRow wrote(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("a row cannot be written as JSON", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
