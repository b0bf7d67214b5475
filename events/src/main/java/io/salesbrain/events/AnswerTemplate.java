package io.salesbrain.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization's own text for an answer.
 *
 * @param campaignId for this campaign; null is for every one that has none of its own
 * @param category of the replies it answers
 * @param language de or en
 * @param name what people call it
 * @param subject null: that of the conversation
 */
public record AnswerTemplate(
        OrganizationId organizationId,
        @Nullable String campaignId,
        ReplyCategory category,
        String language,
        String name,
        @Nullable String subject,
        String text,
        Instant updatedAt) {
    public String key() {
        var key = organizationId + "/" + category.label() + "/" + language;
        return campaignId == null ? key : key + "/" + campaignId;
    }
}
