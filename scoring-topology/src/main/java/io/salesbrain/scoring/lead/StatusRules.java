package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        var placed = mail.placed();
        boolean stopped = has(placed, EventType.EMAIL_UNSUBSCRIBED)
                || has(placed, EventType.EMAIL_SPAM_REPORT)
                || talk.replies().stream().anyMatch(reply -> reply.isA(ReplyCategory.UNSUBSCRIBE));
        boolean bounced = has(placed, EventType.EMAIL_BOUNCED);
        var refusal = standingRefusal(talk);
        var absence = standingAbsence(talk);
        boolean disqualified = stopped || bounced || refusal != null;

        LeadStatus status;
        if (stopped) {
            status = LeadStatus.UNSUBSCRIBED;
        } else if (has(placed, EventType.LEAD_CLOSED)) {
            status = LeadStatus.WON;
        } else if (bounced) {
            status = LeadStatus.BOUNCED;
        } else if (refusal != null) {
            status = refusal;
        } else if (isNoShow(placed)) {
            status = LeadStatus.NO_SHOW;
        } else if (absence != null) {
            status = LeadStatus.OUT_OF_OFFICE;
        } else {
            status = risen(mail, talk);
        }
        return new StatusRules(
                status,
                disqualified,
                absence == null ? null : absence.returnDate().orElse(null));
    }

    /** Not interested or wrong person, unless a positive reply or a meeting came later. */
    private static @Nullable LeadStatus standingRefusal(Conversation talk) {
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
        for (var meeting : talk.meetings()) {
            liftedAtMs = Math.max(liftedAtMs, meeting.touch().atMs());
        }
        return liftedAtMs > refusedAtMs ? null : refusal;
    }

    /** When a reply, or a label without a reply, last had such a category. */
    private static OptionalLong latest(Conversation talk, Predicate<ReplyCategory> wanted) {
        var latest = OptionalLong.empty();
        for (var reply : talk.replies()) {
            latest = later(latest, reply.effectiveCategory(), wanted, reply.atMs());
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

    /** The latest reply, when all it says is that the person is away. */
    private static @Nullable Reply standingAbsence(Conversation talk) {
        if (talk.replies().isEmpty()) {
            return null;
        }
        var last = talk.replies().getLast();
        return last.isA(ReplyCategory.OUT_OF_OFFICE) ? last : null;
    }

    /** Did not come, and nothing was agreed or held since. */
    private static boolean isNoShow(List<Placed> placed) {
        boolean noShow = false;
        for (var each : placed) {
            switch (each.touch().type()) {
                case LEAD_NO_SHOW -> noShow = true;
                case LEAD_MEETING_BOOKED, LEAD_MEETING_COMPLETED -> noShow = false;
                default -> {
                    // No other event says anything about whether somebody came.
                }
            }
        }
        return noShow;
    }

    private static LeadStatus risen(Correspondence mail, Conversation talk) {
        var placed = mail.placed();
        if (has(placed, EventType.LEAD_MEETING_COMPLETED)) {
            return LeadStatus.MEETING_COMPLETED;
        }
        if (has(placed, EventType.LEAD_MEETING_BOOKED)) {
            return LeadStatus.MEETING_BOOKED;
        }
        if (latest(talk, ReplyCategory::isPositive).isPresent()) {
            return LeadStatus.INTERESTED;
        }
        if (talk.replies().stream().anyMatch(Reply::isHuman)) {
            return LeadStatus.REPLIED;
        }
        if (has(placed, EventType.LEAD_COMPLETED) || has(placed, EventType.CAMPAIGN_COMPLETED)) {
            return LeadStatus.COMPLETED;
        }
        if (has(placed, EventType.EMAIL_OPENED) || has(placed, EventType.EMAIL_CLICKED)) {
            return LeadStatus.ENGAGED;
        }
        return mail.emails().isEmpty() ? LeadStatus.NEW : LeadStatus.CONTACTED;
    }

    private static boolean has(List<Placed> placed, EventType type) {
        for (var each : placed) {
            if (each.touch().type() == type) {
                return true;
            }
        }
        return false;
    }
}
