package io.salesbrain.clickhouse.query;

import java.time.LocalDate;

/**
 * Leads first contacted in one week, and how many of them got how far until now.
 *
 * @param week its Monday, UTC
 */
public record CohortWeek(
        LocalDate week,
        long leadsContacted,
        long leadsOpened,
        long leadsClicked,
        long leadsReplied,
        long leadsInterested,
        long leadsMet,
        long leadsWon) {}
