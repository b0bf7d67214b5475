package io.salesbrain.query.readmodel;

import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.query.readmodel.FollowUpItem.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The follow-ups of one organization in the order in which they are due; safe for use by several threads. */
final class OrganizationFollowUps {
    private final int mostClosed;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    /** Those that are still known, by key of the topic and by id. */
    private final Map<String, FollowUp> byKey = new HashMap<>();

    private final Map<String, FollowUp> byId = new HashMap<>();
    private final Map<String, List<FollowUp>> byLead = new HashMap<>();
    private final Map<String, FollowUpDecision> decisions = new HashMap<>();
    private final TreeMap<Place, FollowUp> open = new TreeMap<>();
    private final TreeMap<Place, FollowUp> closed = new TreeMap<>();

    /** @param mostClosed how many are remembered that nothing is to be done about; those due first go first */
    OrganizationFollowUps(int mostClosed) {
        this.mostClosed = mostClosed;
    }

    /** @return the follow-up, where it has just become due */
    Optional<FollowUpItem> update(String key, @Nullable FollowUp followUp) {
        lock.writeLock().lock();
        try {
            var before = byKey.get(key);
            if (before != null) {
                forget(before);
            }
            if (followUp == null) {
                return Optional.empty();
            }
            byKey.put(key, followUp);
            byId.put(followUp.followUpId(), followUp);
            byLead.computeIfAbsent(followUp.leadEmail(), _ -> new ArrayList<>(1))
                    .add(followUp);
            var item = place(followUp);
            return Optional.of(item).filter(_ -> item.state() == FollowUpState.DUE && !wasDue(before, followUp));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static boolean wasDue(@Nullable FollowUp before, FollowUp now) {
        return before != null && before.followUpId().equals(now.followUpId()) && before.firedAt() != null;
    }

    /** A decision may come before what it is about: the two are read from different topics. */
    void decide(String followUpId, @Nullable FollowUpDecision decision) {
        lock.writeLock().lock();
        try {
            if (decision == null) {
                decisions.remove(followUpId);
            } else {
                decisions.put(followUpId, decision);
            }
            var followUp = byId.get(followUpId);
            if (followUp != null) {
                place(followUp);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private FollowUpItem place(FollowUp followUp) {
        var item = item(followUp);
        open.remove(item.place());
        closed.remove(item.place());
        (item.isOpen() ? open : closed).put(item.place(), followUp);
        if (closed.size() > mostClosed) {
            forget(closed.firstEntry().getValue());
        }
        return item;
    }

    private void forget(FollowUp followUp) {
        var place = item(followUp).place();
        open.remove(place);
        closed.remove(place);
        byKey.remove(followUp.key());
        byId.remove(followUp.followUpId());
        var ofLead = byLead.getOrDefault(followUp.leadEmail(), List.of());
        if (ofLead.size() > 1) {
            ofLead.remove(followUp);
        } else {
            byLead.remove(followUp.leadEmail());
        }
    }

    Optional<FollowUpItem> find(String followUpId) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(byId.get(followUpId)).map(this::item);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The one of the lead that is to be done first. */
    Optional<FollowUpItem> next(String leadEmail) {
        lock.readLock().lock();
        try {
            return byLead.getOrDefault(leadEmail, List.of()).stream()
                    .map(this::item)
                    .filter(FollowUpItem::isOpen)
                    .min(Comparator.comparing(FollowUpItem::place));
        } finally {
            lock.readLock().unlock();
        }
    }

    List<FollowUpItem> list(
            boolean withOpen, boolean withClosed, Predicate<FollowUpItem> filter, Optional<Place> after, int limit) {
        lock.readLock().lock();
        try {
            var found = new ArrayList<FollowUpItem>();
            if (withOpen) {
                found.addAll(behind(open, after, filter, limit));
            }
            if (withClosed) {
                found.addAll(behind(closed, after, filter, limit));
            }
            return found.stream()
                    .sorted(Comparator.comparing(FollowUpItem::place))
                    .limit(limit)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<FollowUpItem> behind(
            NavigableMap<Place, FollowUp> places, Optional<Place> after, Predicate<FollowUpItem> filter, int limit) {
        var rest = after.isPresent() ? places.tailMap(after.get(), false) : places;
        return rest.values().stream()
                .map(this::item)
                .filter(filter)
                .limit(limit)
                .toList();
    }

    private FollowUpItem item(FollowUp followUp) {
        return new FollowUpItem(followUp, decisions.get(followUp.followUpId()));
    }
}
