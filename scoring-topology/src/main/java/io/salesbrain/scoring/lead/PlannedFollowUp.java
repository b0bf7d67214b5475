package io.salesbrain.scoring.lead;

import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as the history has it, without what the clock and people make of it.
 *
 * @param sequence the e-mail it is about, with {@code step}; 0 where unknown, and after an absence
 * @param returnDate of an absence
 * @param seenAtMs the open or click, or when the absence was told
 * @param lastSentAtMs the last e-mail; of an absence when it was told
 * @param ending what makes it needless
 */
public record PlannedFollowUp(
        String campaignId,
        FollowUpReason reason,
        int sequence,
        int step,
        @Nullable LocalDate returnDate,
        long seenAtMs,
        long lastSentAtMs,
        long dueAtMs,
        @Nullable FollowUpEnding ending) {
    /** What nobody took up by then is too late: an import of old events must not bury the salesperson. */
    public static final Duration KEPT_DUE = Duration.ofDays(14);

    private static final int ID_BYTES = 16;

    /** One per campaign and one after an absence. */
    public String key(OrganizationId organization, String leadEmail) {
        return FollowUp.key(organization, leadEmail, reason, campaignId);
    }

    /** About the same e-mail of the same campaign, or the same return, however its times or its reason move. */
    public boolean isSame(PlannedFollowUp other) {
        return isAbsence() == other.isAbsence() && about().equals(other.about());
    }

    /** Of the same campaign, or both after an absence: a lead has one of each at a time. */
    public boolean isInPlaceOf(PlannedFollowUp other) {
        return isAbsence() == other.isAbsence() && (isAbsence() || campaignId.equals(other.campaignId));
    }

    public boolean isAbsence() {
        return reason == FollowUpReason.OUT_OF_OFFICE;
    }

    private String about() {
        return returnDate == null ? sequence + "/" + step + "/" + campaignId : returnDate + "/" + campaignId;
    }

    public String id(OrganizationId organization, String leadEmail) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((key(organization, leadEmail) + "\u0000" + about()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public FollowUpState stateAt(long nowMs) {
        if (ending != null) {
            return FollowUpState.CANCELLED;
        }
        if (nowMs < dueAtMs) {
            return FollowUpState.SCHEDULED;
        }
        return nowMs < expiresAtMs() ? FollowUpState.DUE : FollowUpState.EXPIRED;
    }

    public long expiresAtMs() {
        return dueAtMs + KEPT_DUE.toMillis();
    }
}
