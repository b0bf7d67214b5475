package io.salesbrain.clickhouse.query;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened with a lead.
 *
 * @param name the type as sent
 * @param flags with {@code INFERRED}, a send that was never delivered to us; it has no raw
 * @param category what the model makes of a reply, likeliest even where it {@code abstained}
 * @param snippet the beginning of a reply's visible text, or empty
 * @param raw the delivery's own JSON, or empty
 */
public record TimelineEntry(
        String eventId,
        EventType type,
        String name,
        Instant at,
        String campaignId,
        StepVariant step,
        String account,
        List<EventFlag> flags,
        Optional<ReplyCategory> category,
        boolean abstained,
        String snippet,
        String raw) {
    public TimelineEntry {
        flags = List.copyOf(flags);
    }
}
