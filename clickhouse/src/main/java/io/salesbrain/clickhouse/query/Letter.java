package io.salesbrain.clickhouse.query;

import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.Map;

/**
 * A message to or from a lead, with what its delivery said of the lead. What is unknown is empty.
 *
 * @param type email_sent, reply_received or auto_reply_received
 * @param text as delivered, with all it quotes, like {@code html}; empty where only replies were asked for
 * @param snippet the beginning of a reply's visible text
 * @param uniboxUrl where Instantly shows the conversation
 * @param opened whether the lead opened this e-mail
 * @param columns those of the lead's columns that are texts, by name in lower case without anything but letters
 */
public record Letter(
        String eventId,
        EventType type,
        Instant at,
        String leadEmail,
        String campaignId,
        String account,
        StepVariant step,
        String emailId,
        String subject,
        String text,
        String html,
        String snippet,
        String uniboxUrl,
        Judgement judgement,
        boolean opened,
        Map<String, String> columns) {
    public Letter {
        columns = Map.copyOf(columns);
    }
}
