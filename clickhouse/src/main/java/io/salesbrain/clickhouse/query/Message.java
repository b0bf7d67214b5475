package io.salesbrain.clickhouse.query;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An e-mail of a campaign, sent or received.
 *
 * @param type email_sent, reply_received or auto_reply_received
 * @param subject as delivered, or empty, like {@code text} and {@code html}
 * @param snippet the beginning of a reply's visible text, or empty
 * @param category what the model makes of a reply, likeliest even where it {@code abstained}
 */
public record Message(
        String eventId,
        EventType type,
        Instant at,
        String leadEmail,
        String account,
        StepVariant step,
        String emailId,
        String subject,
        String text,
        String html,
        String snippet,
        Optional<ReplyCategory> category,
        boolean abstained,
        List<EventFlag> flags) {
    public Message {
        flags = List.copyOf(flags);
    }

    /** Where the page after this message begins. */
    public Messages.Before before() {
        return new Messages.Before(at, eventId);
    }
}
