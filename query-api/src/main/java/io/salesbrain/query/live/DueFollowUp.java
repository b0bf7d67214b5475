package io.salesbrain.query.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A follow-up that has just become due. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueFollowUp(
        String followUpId,
        String leadEmail,
        @Nullable String campaignId,
        FollowUpReason reason,
        Instant dueAt,
        OrganizationId organizationId) {
    static DueFollowUp of(FollowUp followUp) {
        return new DueFollowUp(
                followUp.followUpId(),
                followUp.leadEmail(),
                followUp.campaignId().isEmpty() ? null : followUp.campaignId(),
                followUp.reason(),
                followUp.dueAt(),
                followUp.organizationId());
    }
}
