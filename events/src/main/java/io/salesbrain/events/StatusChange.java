package io.salesbrain.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lead's status became another one.
 *
 * @param at when, by the time of the event
 * @param cause the type of the event that did it
 * @param returnDate back from an absence, where that is the new status and the reply named a day
 */
public record StatusChange(
        LeadStatus status,
        Instant at,
        EventType cause,
        String eventId,
        @Nullable LocalDate returnDate) {}
