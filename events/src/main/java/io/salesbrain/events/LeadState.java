package io.salesbrain.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a lead, a pure function of its events.
 *
 * @param points the plain sum of the contributions' points
 * @param massLog2 the score in a form that time does not change: {@code log2 Σ points·human·2^(at/half-life)}, so that
 *     {@code score(t) = 2^(massLog2 − t/half-life)}; null without points. Ranks by it are ranks by score at any time.
 * @param halfLifeMs the half-life it was computed with
 * @param signalled at least one click, human reply or meeting, without which nobody is hot
 * @param disqualified never hot: unsubscribed, spam report, bounced, not interested, wrong person
 * @param lastSignalAt the latest event that earned points
 * @param returnDate back from an absence
 * @param version rises with every change of this lead
 * @param contributions the weightiest, in the order of their times
 * @param statusHistory how the status came about: the latest changes, the oldest first; empty in records from before
 *     there was one
 * @param folded the other contributions together; null where all are listed
 * @param replies the latest, the oldest first; empty in records from before there were any
 */
public record LeadState(
        OrganizationId organizationId,
        String leadEmail,
        LeadStatus status,
        long points,
        @Nullable Double massLog2,
        long halfLifeMs,
        boolean signalled,
        boolean disqualified,
        @Nullable Instant lastSignalAt,
        @Nullable Instant firstContactedAt,
        @Nullable LocalDate returnDate,
        List<String> campaignIds,
        List<Contribution> contributions,
        List<InferredSend> inferredSends,
        long version,
        List<StatusChange> statusHistory,
        @Nullable FoldedContributions folded,
        List<LeadReply> replies)
        implements LeadRecord {

    public LeadState {
        campaignIds = List.copyOf(campaignIds);
        contributions = List.copyOf(contributions);
        inferredSends = List.copyOf(inferredSends);
        statusHistory = List.copyOf(Objects.requireNonNullElse(statusHistory, List.of()));
        replies = List.copyOf(Objects.requireNonNullElse(replies, List.of()));
    }

    public LeadState withVersion(long newVersion) {
        return new LeadState(
                organizationId,
                leadEmail,
                status,
                points,
                massLog2,
                halfLifeMs,
                signalled,
                disqualified,
                lastSignalAt,
                firstContactedAt,
                returnDate,
                campaignIds,
                contributions,
                inferredSends,
                newVersion,
                statusHistory,
                folded,
                replies);
    }

    /** The key of a lead in every topic that has one record per lead. */
    public String key() {
        return new Subject.Lead(leadEmail).logKey(organizationId);
    }
}
