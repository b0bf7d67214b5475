package io.salesbrain.scoring.lead;

import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which conversation each reply belongs to. Instantly's own thread says it, where a delivery names one. A reply without
 * one belongs to the thread of the latest reply at or before it with the same campaign and subject that has one, else of
 * the earliest after it; where none has, those with the same subject belong together. All of it is read from the replies
 * as they are now, so the order in which they arrived does not matter.
 */
final class Threads {
    /** A lead's record is written with each of its events; of a machine that answers without end it tells the latest. */
    static final int MOST = 50;

    /** Instantly's thread where there is one, else the subject. */
    private record Topic(String campaignId, String threadId, long subjectHash) {}

    /** Of each subject, which threads it was talked about in, by the instants of the replies that say so. */
    private final Map<Topic, NavigableMap<Long, String>> named = new HashMap<>();

    private Threads(List<Reply> replies) {
        for (var reply : replies) {
            var hint = hint(reply);
            if (!hint.threadId().isEmpty()) {
                named.computeIfAbsent(subject(reply, hint), _ -> new TreeMap<>())
                        .putIfAbsent(reply.atMs(), hint.threadId());
            }
        }
    }

    /** @param replies in chronological order */
    static List<LeadReply> of(OrganizationId organization, String leadEmail, List<Reply> replies) {
        if (replies.isEmpty()) {
            return List.of();
        }
        var threads = new Threads(replies);
        var firstOf = new HashMap<Topic, Reply>();
        replies.forEach(reply -> firstOf.putIfAbsent(threads.topic(reply), reply));
        var told = new ArrayList<LeadReply>();
        // Ids are hashes: only those that are shown are computed.
        for (var reply : replies.subList(Math.max(0, replies.size() - MOST), replies.size())) {
            var first = firstOf.getOrDefault(threads.topic(reply), reply);
            told.add(new LeadReply(
                    reply.face().touch().eventId(organization, leadEmail),
                    reply.deliveries().stream()
                            .map(delivery -> delivery.touch().eventId(organization, leadEmail))
                            .toList(),
                    first.face().touch().eventId(organization, leadEmail),
                    Instant.ofEpochMilli(reply.atMs()),
                    reply.campaignId(),
                    reply.face().account(),
                    reply.automatic(),
                    reply.isHuman(),
                    reply.effectiveCategory().orElse(null),
                    reply.source().orElse(null),
                    reply.returnDate().orElse(null)));
        }
        return List.copyOf(told);
    }

    private Topic topic(Reply reply) {
        var hint = hint(reply);
        var subject = subject(reply, hint);
        var threads = named.get(subject);
        if (!hint.threadId().isEmpty()) {
            return new Topic(reply.campaignId(), hint.threadId(), 0);
        }
        if (threads == null) {
            return subject;
        }
        var before = threads.floorEntry(reply.atMs());
        return new Topic(reply.campaignId(), (before == null ? threads.firstEntry() : before).getValue(), 0);
    }

    private static Topic subject(Reply reply, ThreadHint hint) {
        return new Topic(reply.campaignId(), "", hint.subjectHash());
    }

    /** Of its first delivery that names a thread, else of the first that has a subject. */
    private static ThreadHint hint(Reply reply) {
        var best = ThreadHint.NONE;
        for (var delivery : reply.deliveries()) {
            var judgement = delivery.touch().judgement();
            var hint = judgement == null ? ThreadHint.NONE : judgement.thread();
            if (!hint.threadId().isEmpty()) {
                return hint;
            }
            best = best.equals(ThreadHint.NONE) ? hint : best;
        }
        return best;
    }
}
