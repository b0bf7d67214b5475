package io.salesbrain.scoring.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {
    private final PublicHolidays calendar = new PublicHolidays();

    @ParameterizedTest
    @CsvSource({
        // Christmas is a Friday and a Saturday that year.
        "DE, 2026-12-24, 2026-12-28",
        // In Great Britain the second day is made up for on Monday.
        "GB, 2026-12-24, 2026-12-29",
        "FR, 2026-12-24, 2026-12-28",
        "DE, 2026-04-02, 2026-04-07",
        "US, 2026-04-02, 2026-04-03",
        "US, 2026-07-02, 2026-07-06",
        "DE, 2026-03-12, 2026-03-13",
        "DE, 2026-03-13, 2026-03-16",
        // There people rest on Friday and Saturday.
        "EG, 2026-03-11, 2026-03-12",
        "EG, 2026-03-12, 2026-03-15",
        // No calendar is known: weekends only.
        "XX, 2026-12-24, 2026-12-25"
    })
    void theFirstWorkingDayAfter(String country, LocalDate back, LocalDate due) {
        assertThat(calendar.firstAfter(Optional.of(country), back)).isEqualTo(due);
    }

    @Test
    void withoutACountryOnlyWeekendsAreFree() {
        assertThat(calendar.firstAfter(Optional.empty(), LocalDate.of(2026, 12, 24)))
                .isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(calendar.firstAfter(Optional.empty(), LocalDate.of(2026, 12, 25)))
                .isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void everyKnownCalendarCanBeRead() {
        for (var country : Locale.getISOCountries()) {
            var day = calendar.firstAfter(Optional.of(country), LocalDate.of(2026, 12, 31));
            assertThat(day).as(country).isBetween(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        "de, DE",
        "DEU, DE",
        "Germany, DE",
        "Deutschland, DE",
        " österreich , AT",
        "UK, GB",
        "U.S.A., US",
        "United Kingdom, GB",
        "Schweiz, CH",
        "The Netherlands, NL"
    })
    void aCountryHasManyNames(String name, String code) {
        assertThat(Countries.named(name)).contains(code);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Europe", "?", "D"})
    void whatIsNoCountryIsNone(@Nullable String text) {
        assertThat(Countries.named(text == null ? " " : text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a@example.de, DE", "a@example.co.uk, GB", "a@example.at, AT"})
    void aDomainTellsTheCountry(String email, String code) {
        assertThat(Countries.ofAddress(email)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.com", "a@example.io", "a@example.ai", "a@firm.example", "a@example.eu"})
    void aDomainThatEverybodyUsesTellsNone(String email) {
        assertThat(Countries.ofAddress(email)).isEmpty();
    }
}
