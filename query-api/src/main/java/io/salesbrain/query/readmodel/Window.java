package io.salesbrain.query.readmodel;

import io.salesbrain.events.RateKey;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The spans rates are asked for, in whole UTC hours: a rolling one begins with the hour in which now − span lies. */
public enum Window {
    LAST_24_HOURS("24h", Duration.ofHours(24)),
    LAST_7_DAYS("7d", Duration.ofDays(7)),
    LAST_30_DAYS("30d", Duration.ofDays(30)),
    ALL("all", null);

    static final long FIRST_HOUR = Long.MIN_VALUE;

    private final String label;
    private final @Nullable Duration span;

    Window(String label, @Nullable Duration span) {
        this.label = label;
        this.span = span;
    }

    public String label() {
        return label;
    }

    public static Optional<Window> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(window -> window.label.equals(label))
                .findFirst();
    }

    /** The first hour of this window, in hours since 1970 UTC. */
    public long firstHour(Instant now) {
        return span == null ? FIRST_HOUR : RateKey.hourOf(now.minus(span).toEpochMilli());
    }

    public static long firstHourOfDay(Instant now) {
        return hourOf(today(now));
    }

    public static long firstHourOfWeek(Instant now) {
        return hourOf(today(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public static long firstHourOfMonth(Instant now) {
        return hourOf(today(now).withDayOfMonth(1));
    }

    private static LocalDate today(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static long hourOf(LocalDate day) {
        return day.toEpochDay() * 24;
    }
}
