package io.salesbrain.scoring.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.salesbrain.scoring.lead.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weekends and the public holidays of whole countries; those of a part of one are not known. The calendars come with the
 * program, nothing is asked over the network.
 */
public final class PublicHolidays implements WorkingDays {
    private static final Logger LOG = LoggerFactory.getLogger(PublicHolidays.class);
    private static final int MOST_YEARS_KEPT = 1_000;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> EARLY_WEEKEND = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    /** Where people rest on Friday and Saturday. */
    private static final Set<String> WITH_EARLY_WEEKEND =
            Set.of("BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "QA", "SA", "SD", "SY", "YE");

    private record CountryYear(String country, int year) {}

    private final Set<String> known = HolidayManager.getSupportedCalendarCodes();
    private final Map<CountryYear, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    @Override
    public boolean isWorkingDay(Optional<String> country, LocalDate day) {
        var weekend = country.filter(WITH_EARLY_WEEKEND::contains).isPresent() ? EARLY_WEEKEND : WEEKEND;
        return !weekend.contains(day.getDayOfWeek())
                && country.filter(code -> holidaysOf(code, day.getYear()).contains(day))
                        .isEmpty();
    }

    private Set<LocalDate> holidaysOf(String country, int year) {
        if (!known.contains(country)) {
            return Set.of();
        }
        if (holidays.size() >= MOST_YEARS_KEPT) {
            holidays.clear();
        }
        return holidays.computeIfAbsent(new CountryYear(country, year), PublicHolidays::read);
    }

    private static Set<LocalDate> read(CountryYear which) {
        try {
            var parameters = ManagerParameters.create(which.country().toLowerCase(Locale.ROOT));
            return HolidayManager.getInstance(parameters)
                    .getHolidays(Year.of(which.year()), HolidayType.PUBLIC_HOLIDAY)
                    .stream()
                    .map(Holiday::getDate)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the holidays of {} in {} cannot be read, only its weekends count",
                    which.country(),
                    which.year(),
                    e);
            return Set.of();
        }
    }
}
