package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of the Unibox.
 *
 * @param step 0-based sequence_step_variant such as 0_1_0; empty for what is no mail of a campaign
 */
public record Email(
        String id,
        String threadId,
        Optional<Code<EmailType>> type,
        boolean autoReply,
        String campaignId,
        String lead,
        String account,
        String subject,
        String text,
        String html,
        String step,
        Optional<Instant> at,
        Optional<Instant> createdAt) {
    static Email of(JsonNode json) {
        var fields = new Fields(json);
        var body = fields.object("body");
        return new Email(
                fields.text("id"),
                fields.text("thread_id"),
                fields.optionalCode("ue_type", EmailType.class),
                fields.number("is_auto_reply").orElse(0) == 1,
                fields.text("campaign_id"),
                fields.text("lead"),
                fields.text("eaccount"),
                fields.text("subject"),
                body.text("text"),
                body.text("html"),
                fields.text("step"),
                fields.time("timestamp_email"),
                fields.time("timestamp_created"));
    }
}
