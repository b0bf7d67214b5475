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
            return Optional.of(local.toInstant(offset(match.group(8))));
        } catch (DateTimeException e) {
            // A day, hour or offset that does not exist: unreadable, which the empty answer says.
            return Optional.empty();
        }
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    }

    private static ZoneOffset offset(String text) {
        if (text.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        int hours = Integer.parseInt(text.substring(1, 3));
        int minutes = Integer.parseInt(text.substring(4, 6));
        if (hours > 23 || minutes > 59) {
            throw new DateTimeException("no such offset: " + text);
        }
        int totalSeconds = (hours * 60 + minutes) * 60;
        // RFC 3339 allows offsets up to 23:59, java.time only up to 18:00; beyond that no clock on earth exists.
        return ZoneOffset.ofTotalSeconds(text.startsWith("-") ? -totalSeconds : totalSeconds);
    }

    public static String format(Instant instant) {
        return WITH_MILLIS.format(instant);
    }
}
