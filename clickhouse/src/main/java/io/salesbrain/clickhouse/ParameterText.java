package io.salesbrain.clickhouse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes a value the way ClickHouse reads a bound {@code {name:Type}} parameter: as one field of its tab-separated format. The
 * value never becomes part of the SQL text.
 */
final class ParameterText {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private ParameterText() {}

    static String of(Object value) {
        return switch (value) {
            case Collection<?> values ->
                values.stream().map(ParameterText::element).collect(Collectors.joining(",", "[", "]"));
            default -> escaped(scalar(value), false);
        };
    }

    private static String element(Object value) {
        return switch (value) {
            case Number number -> scalar(number);
            case Boolean flag -> scalar(flag);
            default -> "'" + escaped(scalar(value), true) + "'";
        };
    }

    private static String scalar(Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag ? "1" : "0";
            case Instant instant -> INSTANT.format(instant);
            case LocalDate date -> date.toString();
            case UUID id -> id.toString();
            case Enum<?> constant -> constant.name();
            default ->
                throw new IllegalArgumentException(
                        "A query parameter cannot be a " + value.getClass().getName() + ".");
        };
    }

    private static String escaped(String text, boolean quoted) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\0' -> out.append("\\0");
                case '\'' -> out.append(quoted ? "\\'" : "'");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
