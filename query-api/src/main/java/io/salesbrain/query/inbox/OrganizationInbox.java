package io.salesbrain.query.inbox;

import io.salesbrain.events.InboxAct;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.events.InboxAct.LeadAssignment;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.query.inbox.InboxIndex.Listing;
import io.salesbrain.query.inbox.InboxThread.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The threads of one organization, the latest reply first; safe for use by several threads. */
final class OrganizationInbox {
    private record OfLead(List<LeadReply> replies, List<InboxThread> threads) {}

    private final OrganizationId organization;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, OfLead> byLead = new HashMap<>();
    private final Map<String, InboxThread> byEvent = new HashMap<>();
    private final TreeMap<Place, InboxThread> places = new TreeMap<>();
    private final PeoplesActs acts = new PeoplesActs();

    OrganizationInbox(OrganizationId organization) {
        this.organization = organization;
    }

    /**
     * Takes a lead's replies; none removes its threads. Most changes of a lead are none of its replies, and cost nothing
     * here.
     *
     * @return the threads that are not what they were
     */
    List<InboxThread> replies(String leadEmail, List<LeadReply> replies) {
        return write(() -> {
            var known = byLead.get(leadEmail);
            return (known == null ? List.of() : known.replies()).equals(replies)
                    ? List.<InboxThread>of()
                    : place(leadEmail, replies);
        });
    }

    /** Takes what a person did, or that it was taken back. */
    List<InboxThread> act(String key, @Nullable InboxAct act) {
        return write(() -> {
            var leads = new LinkedHashSet<String>();
            for (var event : acts.accept(key, act)) {
                var thread = byEvent.get(event);
                if (thread != null) {
                    leads.add(thread.leadEmail());
                }
            }
            var changed = new ArrayList<InboxThread>();
            leads.forEach(lead -> changed.addAll(placeAgain(lead)));
            return changed;
        });
    }

    List<InboxThread> correct(ReplyCorrection correction) {
        return write(() -> {
            acts.correct(correction);
            return placeAgain(correction.leadEmail());
        });
    }

    private List<InboxThread> placeAgain(String leadEmail) {
        var known = byLead.get(leadEmail);
        return known == null ? List.of() : place(leadEmail, known.replies());
    }

    private List<InboxThread> place(String leadEmail, List<LeadReply> replies) {
        var before = byLead.remove(leadEmail);
        var old = Threads.byId(before == null ? List.of() : before.threads());
        for (var thread : old.values()) {
            places.remove(thread.place());
            Threads.events(thread.threadId(), thread.replies()).forEach(byEvent::remove);
        }
        if (replies.isEmpty()) {
            return List.of();
        }
        var threads = Threads.of(organization, leadEmail, replies, acts);
        byLead.put(leadEmail, new OfLead(replies, threads));
        var changed = new ArrayList<InboxThread>();
        for (var thread : threads) {
            places.put(thread.place(), thread);
            Threads.events(thread.threadId(), thread.replies()).forEach(event -> byEvent.put(event, thread));
            if (!thread.equals(old.get(thread.threadId()))) {
                changed.add(thread);
            }
        }
        return changed;
    }

    Optional<InboxThread> find(String eventId) {
        return read(() -> Optional.ofNullable(byEvent.get(eventId)));
    }

    /** Those of a lead, the latest reply first. */
    List<InboxThread> ofLead(String leadEmail) {
        return read(() -> Optional.ofNullable(byLead.get(leadEmail)).map(OfLead::threads).orElse(List.of()).stream()
                .sorted(Comparator.comparing(InboxThread::place))
                .toList());
    }

    Listing list(Predicate<InboxThread> filter, Predicate<InboxThread> shown, Optional<Place> after, int limit) {
        return read(() -> {
            var tallies = new EnumMap<Folder, FolderCount>(Folder.class);
            var found = new ArrayList<InboxThread>();
            Instant oldestWaiting = null;
            for (var thread : places.values()) {
                if (!filter.test(thread)) {
                    continue;
                }
                var folder = thread.folder();
                tallies.merge(folder, FolderCount.of(thread), FolderCount::plus);
                if (folder.isWaiting()) {
                    oldestWaiting = thread.latest().at();
                }
                if (found.size() < limit
                        && after.map(place -> place.compareTo(thread.place()) < 0)
                                .orElse(true)
                        && shown.test(thread)) {
                    found.add(thread);
                }
            }
            return new Listing(found, tallies, oldestWaiting);
        });
    }

    /** What was written beside a thread, or sent from here. */
    InboxIndex.Beside beside(InboxThread thread) {
        return read(() -> {
            Collection<String> events = Threads.events(thread.threadId(), thread.replies());
            return new InboxIndex.Beside(
                    acts.notes(events),
                    acts.answers(events),
                    acts.corrections(events)
                            .sorted(Comparator.comparing(ReplyCorrection::at))
                            .toList());
        });
    }

    Optional<LeadAssignment> assignment(String leadEmail) {
        return read(() -> acts.ofLead(leadEmail));
    }

    Optional<Note> note(String key) {
        return read(() -> acts.note(key));
    }

    Optional<Answer> answer(String key) {
        return read(() -> acts.answer(key));
    }

    private <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T write(Supplier<T> change) {
        lock.writeLock().lock();
        try {
            return change.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
