package io.salesbrain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reply of a lead, however often and in whatever form it was delivered.
 *
 * @param eventId of the delivery that stands for it
 * @param deliveries event ids of all its deliveries, the one that stands for it among them
 * @param threadId the event id of the first reply of the conversation it belongs to
 * @param at when the first delivery of it happened
 * @param account the mailbox it was written to; empty where unknown
 * @param automatic delivered as an auto-reply, at least once
 * @param human counts as a human reply: not automatic, and not out of office by its category
 * @param category the effective one; null where nobody and nothing says
 * @param source who said so; null without a category
 */
public record LeadReply(
        String eventId,
        List<String> deliveries,
        String threadId,
        Instant at,
        String campaignId,
        String account,
        boolean automatic,
        boolean human,
        @Nullable ReplyCategory category,
        @Nullable CategorySource source,
        @Nullable LocalDate returnDate) {
    public LeadReply {
        deliveries = List.copyOf(deliveries);
    }
}
