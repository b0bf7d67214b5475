package io.salesbrain.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Instants as the outside writes them: RFC 3339 in, ISO-8601 UTC with exactly three decimals out. Read and written by
 * hand because every event has several of them.
 */
public final class Timestamps {
    /** Up to and with the seconds: {@code 2026-03-04T05:06:07}. */
    private static final int SECONDS_END = 19;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Timestamps() {}

    /** Reads RFC 3339, offset required, fraction cut to milliseconds; empty when unreadable. */
    public static Optional<Instant> parse(String text) {
        if (text.length() <= SECONDS_END || !hasSeparators(text)) {
            return Optional.empty();
        }
        int offsetStart = offsetStart(text);
        if (offsetStart < 0) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 5, 7),
                    digits(text, 8, 10),
                    digits(text, 11, 13),
                    digits(text, 14, 16),
                    digits(text, 17, SECONDS_END),
                    millis(text, offsetStart) * 1_000_000);
            var instant = local.toInstant(ZoneOffset.UTC).minusSeconds(offsetSeconds(text, offsetStart));
            return isWritable(instant) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException e) {
            // A day, hour or offset that does not exist, or no digit where one must be: the empty answer says so.
            return Optional.empty();
        }
    }

    private static boolean hasSeparators(String text) {
        char t = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (t == 'T' || t == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** Behind the seconds or their fraction, which has at least one digit; -1 where it is not well-formed. */
    private static int offsetStart(String text) {
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int end = SECONDS_END + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end == SECONDS_END + 1 || end == text.length() ? -1 : end;
    }

    /** The first three digits of a fraction between the seconds and the offset; missing ones are 0. */
    private static int millis(String text, int offsetStart) {
        int millis = 0;
        for (int i = SECONDS_END + 1; i <= SECONDS_END + 3; i++) {
            millis = millis * 10 + (i < offsetStart ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    /** RFC 3339 allows offsets up to 23:59 either way, more than java.time's ZoneOffset does. */
    private static int offsetSeconds(String text, int start) {
        char sign = text.charAt(start);
        if ((sign == 'Z' || sign == 'z') && text.length() == start + 1) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || text.length() != start + 6 || text.charAt(start + 3) != ':') {
            throw new DateTimeException("no offset");
        }
        int hours = digits(text, start + 1, start + 3);
        int minutes = digits(text, start + 4, start + 6);
        if (hours > 23 || minutes > 59) {
            throw new DateTimeException("no such offset");
        }
        int seconds = (hours * 60 + minutes) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** An offset can carry an instant out of the four-digit years, and then its text could not be read again. */
    private static boolean isWritable(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    /** Of the years 0 to 9999. */
    public static String format(Instant instant) {
        var utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        var text = new char[SECONDS_END + 5];
        write(text, 0, 4, utc.getYear());
        text[4] = '-';
        write(text, 5, 7, utc.getMonthValue());
        text[7] = '-';
        write(text, 8, 10, utc.getDayOfMonth());
        text[10] = 'T';
        write(text, 11, 13, utc.getHour());
        text[13] = ':';
        write(text, 14, 16, utc.getMinute());
        text[16] = ':';
        write(text, 17, SECONDS_END, utc.getSecond());
        text[SECONDS_END] = '.';
        write(text, SECONDS_END + 1, SECONDS_END + 4, instant.getNano() / 1_000_000);
        text[SECONDS_END + 4] = 'Z';
        return new String(text);
    }

    private static void write(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        if (rest != 0 || number < 0) {
            throw new DateTimeException("a year that has no four digits");
        }
    }
}
