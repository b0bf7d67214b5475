package io.salesbrain.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants as the outside writes them: RFC 3339 in, ISO-8601 UTC with exactly three decimals out. */
public final class Timestamps {
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?([Zz]|[+-]\\d\\d:\\d\\d)");

    private static final DateTimeFormatter WITH_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Timestamps() {}

    /** Reads RFC 3339, offset required, fraction cut to milliseconds; empty when unreadable. */
    public static Optional<Instant> parse(String text) {
        var match = RFC_3339.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)),
                    Integer.parseInt(match.group(5)),
                    Integer.parseInt(match.group(6)),
                    millis(match.group(7)) * 1_000_000);
            var instant = local.toInstant(ZoneOffset.UTC).minusSeconds(offsetSeconds(match.group(8)));
            return isWritable(instant) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException e) {
            // A day, hour or offset that does not exist: unreadable, which the empty answer says.
            return Optional.empty();
        }
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    }

    /** RFC 3339 allows offsets up to 23:59 either way, more than java.time's ZoneOffset does. */
    private static int offsetSeconds(String text) {
        if (text.equalsIgnoreCase("Z")) {
            return 0;
        }
        int hours = Integer.parseInt(text.substring(1, 3));
        int minutes = Integer.parseInt(text.substring(4, 6));
        if (hours > 23 || minutes > 59) {
            throw new DateTimeException("no such offset: " + text);
        }
        int seconds = (hours * 60 + minutes) * 60;
        return text.startsWith("-") ? -seconds : seconds;
    }

    /** An offset can carry an instant out of the four-digit years, and then its text could not be read again. */
    private static boolean isWritable(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    public static String format(Instant instant) {
        return WITH_MILLIS.format(instant);
    }
}
