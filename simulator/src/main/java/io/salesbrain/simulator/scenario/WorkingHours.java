package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.world.Seeds;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.random.RandomGenerator;

/** The rhythm of the week: campaigns send on weekdays at office hours, people read when they are awake. */
final class WorkingHours {
    private static final int SENDING_FROM_SECOND = 8 * 3600 + 30 * 60;
    private static final int SENDING_FOR_SECONDS = 8 * 3600;
    private static final int AWAKE_FROM_HOUR = 7;
    private static final int AWAKE_UNTIL_HOUR = 22;
    private static final double READS_ON_WEEKEND_SHARE = 0.2;

    private WorkingHours() {}

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static LocalDate workingDayFrom(LocalDate day) {
        return isWorkingDay(day) ? day : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** A time within the day's sending window, more often in the morning than late. */
    static Instant sendingTime(RandomGenerator random, LocalDate day, ZoneId zone) {
        double early = Math.min(random.nextDouble(), 0.15 + random.nextDouble());
        LocalTime time = LocalTime.ofSecondOfDay(SENDING_FROM_SECOND + (long) (SENDING_FOR_SECONDS * early));
        return day.atTime(time).atZone(zone).toInstant().plusMillis(random.nextInt(1000));
    }

    /** When a person who would have looked at {@code at} really looks: not at night, and seldom on a weekend. */
    static Instant awake(RandomGenerator random, Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        boolean asleep = local.getHour() < AWAKE_FROM_HOUR || local.getHour() >= AWAKE_UNTIL_HOUR;
        boolean restsOnWeekend = !Seeds.chance(random, READS_ON_WEEKEND_SHARE);
        LocalDate day = local.toLocalDate();
        if (asleep && local.getHour() >= AWAKE_UNTIL_HOUR) {
            day = day.plusDays(1);
        }
        if (restsOnWeekend && !isWorkingDay(day)) {
            day = workingDayFrom(day);
            asleep = true;
        }
        if (!asleep) {
            return at;
        }
        return day.atTime(AWAKE_FROM_HOUR, 0).atZone(zone).toInstant().plus(Delays.seconds(random, 60, 3 * 3600));
    }
}
