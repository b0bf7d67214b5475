package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands, as a function of everything that happened.
 *
 * @param status what is shown
 * @param disqualified never hot
 * @param returnDate back from an absence, where the latest word was one
 */
record StatusRules(
        LeadStatus status, boolean disqualified, @Nullable LocalDate returnDate) {
    static StatusRules of(Correspondence mail, Conversation talk) {
        var happened = EnumSet.noneOf(EventType.class);
        boolean noShow = false;
        for (var placed : mail.placed()) {
            happened.add(placed.touch().type());
            noShow = isNoShowAfter(placed.touch().type(), noShow);
        }
        return of(happened, noShow, talk);
    }

    /**
     * The order in which one thing outweighs another; docs/lead-status.md says why.
     *
     * @param happened the types of events there were
     * @param noShow whether the person did not come, and nothing was agreed or held since
     */
    static StatusRules of(Set<EventType> happened, boolean noShow, Conversation talk) {
        boolean stopped = happened.contains(EventType.EMAIL_UNSUBSCRIBED)
                || happened.contains(EventType.EMAIL_SPAM_REPORT)
                || talk.replies().stream().anyMatch(reply -> reply.isA(ReplyCategory.UNSUBSCRIBE));
        boolean bounced = happened.contains(EventType.EMAIL_BOUNCED);
        var refusal = standingRefusal(talk);
        var absence = standingAbsence(talk);
        boolean disqualified = stopped || bounced || refusal != null;

        LeadStatus status;
        if (stopped) {
            status = LeadStatus.UNSUBSCRIBED;
        } else if (happened.contains(EventType.LEAD_CLOSED)) {
            status = LeadStatus.WON;
        } else if (bounced) {
            status = LeadStatus.BOUNCED;
        } else if (refusal != null) {
            status = refusal;
        } else if (noShow) {
            status = LeadStatus.NO_SHOW;
        } else if (absence != null) {
            status = LeadStatus.OUT_OF_OFFICE;
        } else {
            status = risen(happened, talk);
        }
        return new StatusRules(status, disqualified, absence == null ? null : absence.returnDate());
    }

    /** Not interested or wrong person, unless a positive reply or a meeting came later. */
    static @Nullable LeadStatus standingRefusal(Conversation talk) {
        LeadStatus refusal = null;
        long refusedAtMs = Long.MIN_VALUE;
        for (var category : List.of(ReplyCategory.NOT_INTERESTED, ReplyCategory.WRONG_PERSON)) {
            var atMs = latest(talk, c -> c == category);
            if (atMs.isPresent() && atMs.getAsLong() >= refusedAtMs) {
                refusedAtMs = atMs.getAsLong();
                refusal =
                        category == ReplyCategory.NOT_INTERESTED ? LeadStatus.NOT_INTERESTED : LeadStatus.WRONG_PERSON;
            }
        }
        long liftedAtMs = latest(talk, ReplyCategory::isPositive).orElse(Long.MIN_VALUE);
        liftedAtMs = Math.max(liftedAtMs, talk.metAtMs().orElse(Long.MIN_VALUE));
        return liftedAtMs > refusedAtMs ? null : refusal;
    }

    /** When last a reply, or a label without a reply, was given such a category. */
    private static OptionalLong latest(Conversation talk, Predicate<ReplyCategory> wanted) {
        var latest = OptionalLong.empty();
        for (var reply : talk.replies()) {
            latest = later(latest, reply.effectiveCategory(), wanted, reply.saidAtMs());
        }
        for (var label : talk.orphanLabels()) {
            var touch = label.touch();
            latest = later(latest, Conversation.categoryOfLabel(touch.type()), wanted, touch.atMs());
        }
        return latest;
    }

    private static OptionalLong later(
            OptionalLong latest, Optional<ReplyCategory> category, Predicate<ReplyCategory> wanted, long atMs) {
        boolean isLater = category.filter(wanted).isPresent() && (latest.isEmpty() || atMs > latest.getAsLong());
        return isLater ? OptionalLong.of(atMs) : latest;
    }

    /** An absence that has not ended yet; a label without a reply names no day. */
    private record Absence(@Nullable LocalDate returnDate) {}

    /** What was said last, by a reply or by a label without one, when it is that the person is away. */
    private static @Nullable Absence standingAbsence(Conversation talk) {
        var reply = talk.replies().isEmpty() ? null : talk.replies().getLast();
        var label = talk.orphanLabels().isEmpty()
                ? null
                : talk.orphanLabels().getLast().touch();
        if (label != null && (reply == null || label.atMs() > reply.atMs())) {
            return label.type() == EventType.LEAD_OUT_OF_OFFICE ? new Absence(null) : null;
        }
        return reply != null && reply.isA(ReplyCategory.OUT_OF_OFFICE)
                ? new Absence(reply.returnDate().orElse(null))
                : null;
    }

    /** Whether a person who did (not) stay away before is one who did after this. */
    static boolean isNoShowAfter(EventType type, boolean before) {
        return switch (type) {
            case LEAD_NO_SHOW -> true;
            case LEAD_MEETING_BOOKED, LEAD_MEETING_COMPLETED -> false;
            case EMAIL_SENT,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    REPLY_RECEIVED,
                    AUTO_REPLY_RECEIVED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_SPAM_REPORT,
                    LEAD_INTERESTED,
                    LEAD_NOT_INTERESTED,
                    LEAD_NEUTRAL,
                    LEAD_CLOSED,
                    LEAD_OUT_OF_OFFICE,
                    LEAD_WRONG_PERSON,
                    LEAD_COMPLETED,
                    LEAD_ERROR,
                    CAMPAIGN_STARTED,
                    CAMPAIGN_PAUSED,
                    CAMPAIGN_COMPLETED,
                    ACCOUNT_ERROR,
                    ACCOUNT_SUSPENDED,
                    CUSTOM -> before;
        };
    }

    /** The day that belongs to the status shown: back from the absence it speaks of. */
    @Nullable
    LocalDate shownReturnDate() {
        return status == LeadStatus.OUT_OF_OFFICE ? returnDate : null;
    }

    private static LeadStatus risen(Set<EventType> happened, Conversation talk) {
        if (happened.contains(EventType.LEAD_MEETING_COMPLETED)) {
            return LeadStatus.MEETING_COMPLETED;
        }
        if (happened.contains(EventType.LEAD_MEETING_BOOKED)) {
            return LeadStatus.MEETING_BOOKED;
        }
        if (latest(talk, ReplyCategory::isPositive).isPresent()) {
            return LeadStatus.INTERESTED;
        }
        if (talk.replies().stream().anyMatch(Reply::isHuman)) {
            return LeadStatus.REPLIED;
        }
        if (happened.contains(EventType.LEAD_COMPLETED) || happened.contains(EventType.CAMPAIGN_COMPLETED)) {
            return LeadStatus.COMPLETED;
        }
        if (happened.contains(EventType.EMAIL_OPENED) || happened.contains(EventType.EMAIL_CLICKED)) {
            return LeadStatus.ENGAGED;
        }
        // What is about an e-mail proves that there was one.
        return happened.stream().anyMatch(Correspondence::isAboutAnEmail) ? LeadStatus.CONTACTED : LeadStatus.NEW;
    }
}
