package io.salesbrain.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization's own text for a follow-up.
 *
 * @param campaignId for this campaign; null is for every one that has none of its own
 * @param language de or en
 * @param subject null: none is suggested
 */
public record FollowUpTemplate(
        OrganizationId organizationId,
        @Nullable String campaignId,
        FollowUpReason reason,
        String language,
        @Nullable String subject,
        String text,
        Instant updatedAt) {
    public String key() {
        var key = organizationId + "/" + reason.label() + "/" + language;
        return campaignId == null ? key : key + "/" + campaignId;
    }
}
