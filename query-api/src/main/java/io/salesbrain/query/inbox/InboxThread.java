package io.salesbrain.query.inbox;

import io.salesbrain.events.InboxAct.ThreadAssignment;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of one lead in one campaign about one thing, as of now.
 *
 * @param threadId the event id of its first reply
 * @param replies the oldest first, with the categories that people gave them; never empty
 * @param done a person said so, and no reply came since
 * @param assignment by hand, of this thread; null where nobody did so
 */
public record InboxThread(
        OrganizationId organizationId,
        String threadId,
        String leadEmail,
        List<LeadReply> replies,
        boolean unread,
        boolean done,
        @Nullable ThreadAssignment assignment,
        int noteCount,
        int answerCount) {
    /** Where a list of threads goes on: the latest reply first. */
    public record Place(Instant lastReplyAt, String threadId) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::lastReplyAt)
                .thenComparing(Place::threadId)
                .reversed();

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    public InboxThread {
        replies = List.copyOf(replies);
    }

    public LeadReply latest() {
        return replies.getLast();
    }

    public String campaignId() {
        return latest().campaignId();
    }

    public Folder folder() {
        return Folder.of(latest(), done);
    }

    /** A human reply that nobody and nothing has categorised. */
    public boolean isUndecided() {
        return !latest().automatic() && latest().category() == null;
    }

    public Place place() {
        return new Place(latest().at(), threadId);
    }
}
