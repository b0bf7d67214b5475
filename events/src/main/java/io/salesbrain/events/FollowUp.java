package io.salesbrain.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to do next with a lead, as the timers know it.
 *
 * @param followUpId the same for as long as it is about the same e-mail, or the same return
 * @param state never done or dismissed: that is said by people and kept elsewhere
 * @param createdAt when what it follows from was complete, by the time of the events
 * @param ending why it is cancelled
 * @param firedAt when it became due, by the clock; it does so once
 * @param lastSentAt the last e-mail of the campaign; null after an absence
 * @param seenAt the open or click it follows from; of an absence, when the lead said so
 * @param returnDate back from an absence
 */
public record FollowUp(
        OrganizationId organizationId,
        String followUpId,
        String leadEmail,
        String campaignId,
        FollowUpReason reason,
        FollowUpState state,
        Instant dueAt,
        Instant createdAt,
        @Nullable FollowUpEnding ending,
        @Nullable Instant firedAt,
        @Nullable Instant lastSentAt,
        Instant seenAt,
        @Nullable LocalDate returnDate,
        Addressee addressee) {

    /** One follow-up per campaign, and one after an absence: what comes later takes the place of the earlier one. */
    public static String key(OrganizationId organization, String leadEmail, FollowUpReason reason, String campaignId) {
        var lead = new Subject.Lead(leadEmail).logKey(organization);
        return switch (reason) {
            case OPENED, CLICKED -> lead + "/campaign/" + campaignId;
            case OUT_OF_OFFICE -> lead + "/absence";
        };
    }

    public String key() {
        return key(organizationId, leadEmail, reason, campaignId);
    }
}
