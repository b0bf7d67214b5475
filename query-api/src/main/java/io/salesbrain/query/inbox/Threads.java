package io.salesbrain.query.inbox;

import io.salesbrain.events.CategorySource;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lead's threads: a pure function of its replies and of what people did. */
final class Threads {
    private static final Comparator<LeadReply> OLDEST_FIRST =
            Comparator.comparing(LeadReply::at).thenComparing(LeadReply::eventId);

    private Threads() {}

    static List<InboxThread> of(
            OrganizationId organization, String leadEmail, List<LeadReply> replies, PeoplesActs acts) {
        var byThread = new LinkedHashMap<String, List<LeadReply>>();
        replies.stream()
                .sorted(OLDEST_FIRST)
                .forEach(reply -> byThread.computeIfAbsent(reply.threadId(), _ -> new ArrayList<>(1))
                        .add(corrected(reply, acts)));
        var threads = new ArrayList<InboxThread>(byThread.size());
        byThread.forEach(
                (threadId, ofThread) -> threads.add(thread(organization, leadEmail, threadId, ofThread, acts)));
        return threads;
    }

    private static InboxThread thread(
            OrganizationId organization, String leadEmail, String threadId, List<LeadReply> replies, PeoplesActs acts) {
        var events = events(threadId, replies);
        var latestAt = replies.getLast().at();
        return new InboxThread(
                organization,
                threadId,
                leadEmail,
                replies,
                !acts.isRead(events, latestAt),
                acts.isDone(events, latestAt),
                acts.assignment(events).orElse(null),
                acts.notes(events).size(),
                acts.answers(events).size());
    }

    /** Every id that leads to a thread. */
    static Set<String> events(String threadId, List<LeadReply> replies) {
        var events = new LinkedHashSet<String>();
        events.add(threadId);
        for (var reply : replies) {
            events.add(reply.eventId());
            events.addAll(reply.deliveries());
        }
        return events;
    }

    /** The stream takes the correction too and says the same a moment later; here it counts at once. */
    private static LeadReply corrected(LeadReply reply, PeoplesActs acts) {
        var events = new LinkedHashSet<>(reply.deliveries());
        events.add(reply.eventId());
        var correction = acts.correction(events);
        if (correction.isEmpty()) {
            return reply;
        }
        var category = correction.get().category();
        if (category == null) {
            return reply.source() == CategorySource.PERSON ? with(reply, null, null) : reply;
        }
        return with(reply, category, CategorySource.PERSON);
    }

    private static LeadReply with(LeadReply reply, @Nullable ReplyCategory category, @Nullable CategorySource source) {
        return new LeadReply(
                reply.eventId(),
                reply.deliveries(),
                reply.threadId(),
                reply.at(),
                reply.campaignId(),
                reply.account(),
                reply.automatic(),
                !reply.automatic() && category != ReplyCategory.OUT_OF_OFFICE,
                category,
                source,
                reply.returnDate());
    }

    /** By thread id. */
    static Map<String, InboxThread> byId(List<InboxThread> threads) {
        var byId = new LinkedHashMap<String, InboxThread>();
        threads.forEach(thread -> byId.put(thread.threadId(), thread));
        return byId;
    }
}
