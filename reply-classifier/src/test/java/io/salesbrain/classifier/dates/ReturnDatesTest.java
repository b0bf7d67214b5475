package io.salesbrain.classifier.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnDatesTest {
    /** A Wednesday. */
    private static final Instant RECEIVED = Instant.parse("2026-11-18T09:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I will be back on Monday, November 30th.                                    | 2026-11-30
            I am out of office until 5 January 2027.                                    | 2027-01-05
            I'm away from 16 November to 27 November and will return on 30 November.    | 2026-11-30
            Out until January 4, with limited access to email.                          | 2027-01-04
            I am on leave through December 4th.                                         | 2026-12-05
            Returning 2026-12-07.                                                       | 2026-12-07
            I'll be back in the office next Monday.                                     | 2026-11-23
            Back on Thursday.                                                           | 2026-11-19
            Back tomorrow.                                                              | 2026-11-19
            I am ill and will be back in two weeks.                                     | 2026-12-02
            I return on 12/07/2026.                                                     | 2026-12-07
            I will be out until 05/01.                                                  | 2027-01-05
            On vacation, back on the 3rd.                                               | 2026-12-03
            Ich bin bis einschließlich 27. November nicht im Büro.                      | 2026-11-28
            Ich bin bis zum 27.11. im Urlaub und ab dem 30.11. wieder erreichbar.       | 2026-11-30
            Ab Montag, dem 30. November 2026, bin ich wieder für Sie da.                | 2026-11-30
            Vom 16.11.2026 bis 27.11.2026 bin ich abwesend.                             | 2026-11-27
            Am 07.12.26 bin ich zurück.                                                 | 2026-12-07
            Ich bin vom 20.12. - 06.01. nicht im Haus.                                  | 2027-01-06
            Ich bin am Montag wieder da.                                                | 2026-11-23
            Bin in zwei Wochen zurück.                                                  | 2026-12-02
            Ich bin erst in KW 50 wieder im Büro.                                       | 2026-12-07
            Nächste Woche bin ich wieder erreichbar.                                    | 2026-11-23
            In Elternzeit bis 1. März 2027.                                             | 2027-03-01
            Bis 31. Jänner auf Kur.                                                     | 2027-01-31
            """)
    void findsTheReturn(String text, LocalDate expected) {
        assertThat(ReturnDates.in(text, RECEIVED)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I am currently out of the office.
            Ich bin zurzeit nicht im Büro, Tel. +49 30 99.88.77.
            I left on 31/31/2026.
            I have been away since 2 November.
            """)
    void findsNothingWhereNothingIsNamed(String text) {
        assertThat(ReturnDates.in(text, RECEIVED)).isEmpty();
    }

    @Test
    void anImpossibleDateIsNoDate() {
        assertThat(ReturnDates.in("back on 30.02.2027 or 99.99.9999", RECEIVED)).isEmpty();
    }

    @Test
    void aDateWithoutYearLiesAheadUnlessItHasJustPassed() {
        Instant newYearsEve = Instant.parse("2026-12-31T12:00:00Z");
        assertThat(ReturnDates.in("back on 4 January", newYearsEve)).contains(LocalDate.of(2027, 1, 4));
        assertThat(ReturnDates.in("back on 28 December", newYearsEve)).contains(LocalDate.of(2026, 12, 28));
    }
}
