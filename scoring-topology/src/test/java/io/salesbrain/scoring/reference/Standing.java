package io.salesbrain.scoring.reference;

import static io.salesbrain.events.ReplyCategory.NOT_INTERESTED;
import static io.salesbrain.events.ReplyCategory.OUT_OF_OFFICE;
import static io.salesbrain.events.ReplyCategory.UNSUBSCRIBE;
import static io.salesbrain.events.ReplyCategory.WRONG_PERSON;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.scoring.reference.Replies.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** §3 and docs/lead-status.md: where a lead stands, whether it is out, and whether it ever did more than open. */
record Standing(LeadStatus status, boolean disqualified, boolean signalled) {
    private static final Set<EventType> MEETINGS =
            Set.of(EventType.LEAD_MEETING_BOOKED, EventType.LEAD_MEETING_COMPLETED);

    static Standing of(Story story, Mails mails, Replies replies) {
        boolean replied = replies.all().stream().anyMatch(Replies.Reply::human);
        return new Standing(
                status(story, mails, replies),
                isOut(story, replies)
                        || story.has(EventType.EMAIL_BOUNCED)
                        || refusal(story, replies).isPresent(),
                story.has(EventType.EMAIL_CLICKED)
                        || replied
                        || !story.all(MEETINGS).isEmpty());
    }

    /** In the order of the table in docs/lead-status.md. */
    private static LeadStatus status(Story story, Mails mails, Replies replies) {
        if (isOut(story, replies)) {
            return LeadStatus.UNSUBSCRIBED;
        }
        if (story.has(EventType.LEAD_CLOSED)) {
            return LeadStatus.WON;
        }
        if (story.has(EventType.EMAIL_BOUNCED)) {
            return LeadStatus.BOUNCED;
        }
        var refusal = refusal(story, replies);
        if (refusal.isPresent()) {
            return refusal.get() == NOT_INTERESTED ? LeadStatus.NOT_INTERESTED : LeadStatus.WRONG_PERSON;
        }
        if (missed(story)) {
            return LeadStatus.NO_SHOW;
        }
        if (isAway(replies)) {
            return LeadStatus.OUT_OF_OFFICE;
        }
        return risen(story, mails, replies);
    }

    private static LeadStatus risen(Story story, Mails mails, Replies replies) {
        if (story.has(EventType.LEAD_MEETING_COMPLETED)) {
            return LeadStatus.MEETING_COMPLETED;
        }
        if (story.has(EventType.LEAD_MEETING_BOOKED)) {
            return LeadStatus.MEETING_BOOKED;
        }
        if (replies.words().stream().anyMatch(word -> word.category().isPositive())) {
            return LeadStatus.INTERESTED;
        }
        if (replies.all().stream().anyMatch(Replies.Reply::human)) {
            return LeadStatus.REPLIED;
        }
        if (story.has(EventType.LEAD_COMPLETED) || story.has(EventType.CAMPAIGN_COMPLETED)) {
            return LeadStatus.COMPLETED;
        }
        if (story.has(EventType.EMAIL_OPENED) || story.has(EventType.EMAIL_CLICKED)) {
            return LeadStatus.ENGAGED;
        }
        return mails.sends().isEmpty() ? LeadStatus.NEW : LeadStatus.CONTACTED;
    }

    /** Nothing lifts these. */
    private static boolean isOut(Story story, Replies replies) {
        return story.has(EventType.EMAIL_UNSUBSCRIBED)
                || story.has(EventType.EMAIL_SPAM_REPORT)
                || replies.words().stream().anyMatch(word -> word.category() == UNSUBSCRIBE);
    }

    /** The latest word that refuses, unless a positive one or a meeting came after it. */
    private static Optional<ReplyCategory> refusal(Story story, Replies replies) {
        var lifting = new ArrayList<Instant>();
        story.all(MEETINGS).forEach(meeting -> lifting.add(meeting.at()));
        replies.words().stream().filter(word -> word.category().isPositive()).forEach(word -> lifting.add(word.at()));
        return replies.words().stream()
                .filter(word -> word.category() == NOT_INTERESTED || word.category() == WRONG_PERSON)
                .reduce((earlier, later) -> later)
                .filter(word -> lifting.stream().noneMatch(at -> at.isAfter(word.at())))
                .map(Word::category);
    }

    /** Did not come, and no meeting since. */
    private static boolean missed(Story story) {
        var missed = latest(story.all(EventType.LEAD_NO_SHOW));
        var met = latest(story.all(MEETINGS));
        return missed.isPresent()
                && (met.isEmpty() || !met.get().at().isAfter(missed.get().at()));
    }

    private static Optional<Event> latest(List<Event> events) {
        return events.stream().max(Story.BY_TIME);
    }

    /** The latest reply says so, or a label that stands for one. */
    private static boolean isAway(Replies replies) {
        record Said(Instant at, boolean away) {}
        var said = new ArrayList<Said>();
        replies.labelsAlone()
                .forEach(label -> said.add(new Said(label.at(), label.type() == EventType.LEAD_OUT_OF_OFFICE)));
        replies.all().forEach(reply -> said.add(new Said(reply.at(), reply.is(OUT_OF_OFFICE))));
        said.sort(Comparator.comparing(Said::at));
        return !said.isEmpty() && said.getLast().away();
    }
}
