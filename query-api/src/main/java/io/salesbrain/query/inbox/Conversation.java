package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages between us and a lead in a campaign belong to which of their threads. Replies say so themselves; a send
 * belongs to the thread with its subject, and without a thread of that subject to the one it precedes.
 */
final class Conversation {
    private final List<InboxThread> oldestFirst;
    private final Map<String, InboxThread> byEvent = new HashMap<>();
    private final Map<String, String> standsFor = new HashMap<>();

    /** @param threads of one lead; those of other campaigns are left out */
    Conversation(String campaignId, List<InboxThread> threads) {
        this.oldestFirst = threads.stream()
                .filter(thread -> thread.campaignId().equals(campaignId))
                .sorted(Comparator.comparing(InboxThread::place).reversed())
                .toList();
        for (var thread : oldestFirst) {
            for (var reply : thread.replies()) {
                for (var id : Deliveries.of(reply)) {
                    byEvent.put(id, thread);
                    standsFor.put(id, reply.eventId());
                }
            }
        }
    }

    /** Those that belong to one thread, in the order given, each reply once however often it was delivered. */
    List<Letter> of(InboxThread thread, List<Letter> letters) {
        var subjects = subjects(letters);
        var shown = new HashSet<String>();
        // Where the delivery that stands for a reply is known, it is the one that is shown.
        var known = new HashSet<String>();
        letters.forEach(letter -> known.add(letter.eventId()));
        var found = new ArrayList<Letter>();
        for (var letter : letters) {
            if (!belongsTo(letter, subjects).map(thread::equals).orElse(false)) {
                continue;
            }
            var reply = standsFor.getOrDefault(letter.eventId(), letter.eventId());
            boolean another = known.contains(reply) && !reply.equals(letter.eventId());
            if (!another && shown.add(reply)) {
                found.add(letter);
            }
        }
        return found;
    }

    private Map<InboxThread, Set<String>> subjects(List<Letter> letters) {
        var subjects = new HashMap<InboxThread, Set<String>>();
        for (var letter : letters) {
            var thread = byEvent.get(letter.eventId());
            var subject = Subjects.key(letter.subject());
            if (thread != null && !subject.isEmpty()) {
                subjects.computeIfAbsent(thread, _ -> new HashSet<>()).add(subject);
            }
        }
        return subjects;
    }

    private Optional<InboxThread> belongsTo(Letter letter, Map<InboxThread, Set<String>> subjects) {
        var named = byEvent.get(letter.eventId());
        if (named != null) {
            return Optional.of(named);
        }
        var subject = Subjects.key(letter.subject());
        var ofSubject = letter.type() == EventType.EMAIL_SENT && !subject.isEmpty()
                ? oldestFirst.stream()
                        .filter(thread ->
                                subjects.getOrDefault(thread, Set.of()).contains(subject))
                        .toList()
                : List.<InboxThread>of();
        return next(ofSubject.isEmpty() ? oldestFirst : ofSubject, letter.at());
    }

    /** The thread that something at this time precedes, or the latest. */
    Optional<InboxThread> at(Instant time) {
        return next(oldestFirst, time);
    }

    private static Optional<InboxThread> next(List<InboxThread> threads, Instant time) {
        return threads.stream()
                .filter(thread -> !thread.latest().at().isBefore(time))
                .findFirst()
                .or(() -> threads.stream().reduce((_, later) -> later));
    }

    /** The reply that a letter is a delivery of. */
    static Optional<LeadReply> reply(InboxThread thread, Letter letter) {
        return thread.replies().stream()
                .filter(reply -> Deliveries.of(reply).contains(letter.eventId()))
                .findFirst();
    }
}
