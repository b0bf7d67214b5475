package io.salesbrain.scoring.lead;

import java.time.LocalDate;
import java.util.Optional;

/** Which days people work on. */
public interface WorkingDays {
    /** No country closes for longer in one piece; a date is never looked for beyond. */
    int MOST_DAYS_OFF = 30;

    /** @param country ISO 3166, two letters; where it is unknown, only weekends are free */
    boolean isWorkingDay(Optional<String> country, LocalDate day);

    default LocalDate firstAfter(Optional<String> country, LocalDate day) {
        var next = day.plusDays(1);
        for (int i = 0; i < MOST_DAYS_OFF && !isWorkingDay(country, next); i++) {
            next = next.plusDays(1);
        }
        return next;
    }
}
