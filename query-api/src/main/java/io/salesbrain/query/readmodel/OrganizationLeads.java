package io.salesbrain.query.readmodel;

import io.salesbrain.events.LeadState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The leads of one organization and their order; safe for use by several threads. */
final class OrganizationLeads {
    private final BigDecimal hotShare;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, LeadState> states = new HashMap<>();
    private final RankedList<RankedLead> ranking = new RankedList<>(RankedLead.ORDER);
    private final HotWatch hotWatch = new HotWatch(ranking, this::isSignalled);

    OrganizationLeads(BigDecimal hotShare) {
        this.hotShare = hotShare;
    }

    /**
     * Takes a lead's latest state, or its removal.
     *
     * @param watched whether crossings are wanted: not while the past is still being read
     */
    List<LeadIndex.Crossing> update(String leadEmail, @Nullable LeadState state, boolean watched, Instant now) {
        lock.writeLock().lock();
        try {
            var before = state == null ? states.remove(leadEmail) : states.put(leadEmail, state);
            if (before != null && isRanked(before)) {
                var place = placeOf(before);
                ranking.remove(place);
                hotWatch.leaves(place);
            }
            HotWatch.Change change = new HotWatch.Change.Unranked(leadEmail);
            if (state != null && isRanked(state)) {
                var place = placeOf(state);
                ranking.add(place);
                change = new HotWatch.Change.Ranked(place);
            }
            return watched ? crossings(change, now) : List.of();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private List<LeadIndex.Crossing> crossings(HotWatch.Change change, Instant now) {
        double threshold = thresholdMass();
        var found = new ArrayList<LeadIndex.Crossing>();
        for (var lead : hotWatch.moved(change, threshold, now)) {
            found.add(new LeadIndex.Crossing(stateOf(lead), lead.massLog2(), threshold));
        }
        return found;
    }

    void startWatching(Instant now) {
        lock.writeLock().lock();
        try {
            hotWatch.startFrom(thresholdMass(), now);
        } finally {
            lock.writeLock().unlock();
        }
    }

    Optional<LeadIndex.Lead> find(String leadEmail) {
        lock.readLock().lock();
        try {
            double threshold = thresholdMass();
            return Optional.ofNullable(states.get(leadEmail)).map(state -> lead(state, threshold));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ranked leads that pass the filter, from behind a place on; one more than the limit tells of a next page. */
    LeadIndex.Ranking list(@Nullable RankedLead after, Predicate<LeadIndex.Lead> filter, int limit) {
        lock.readLock().lock();
        try {
            var thresholdLead = thresholdLead();
            double threshold = thresholdMass();
            var found = new ArrayList<LeadIndex.Lead>();
            for (var it = ranking.iteratorFrom(after == null ? 0 : firstBehind(after));
                    it.hasNext() && found.size() < limit; ) {
                var lead = lead(stateOf(it.next()), threshold);
                if (filter.test(lead)) {
                    found.add(lead);
                }
            }
            return new LeadIndex.Ranking(
                    found, thresholdLead.map(place -> lead(stateOf(place), threshold)), ranking.size());
        } finally {
            lock.readLock().unlock();
        }
    }

    private int firstBehind(RankedLead place) {
        int rank = ranking.rank(place);
        return rank < ranking.size() && ranking.get(rank).equals(place) ? rank + 1 : rank;
    }

    private LeadIndex.Lead lead(LeadState state, double threshold) {
        double mass = Score.massOf(state);
        boolean hot = !state.disqualified() && state.signalled() && isRanked(state) && mass >= threshold;
        return new LeadIndex.Lead(state, mass, hot);
    }

    /** The ⌈share·n⌉-th of the n ranked leads. */
    private Optional<RankedLead> thresholdLead() {
        int n = ranking.size();
        int place = hotShare.multiply(BigDecimal.valueOf(n))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return n == 0 ? Optional.empty() : Optional.of(ranking.get(Math.clamp(place, 1, n) - 1));
    }

    /** Above all others while there is no lead to take it from. */
    private double thresholdMass() {
        return thresholdLead().map(RankedLead::massLog2).orElse(Double.POSITIVE_INFINITY);
    }

    private LeadState stateOf(RankedLead place) {
        var state = states.get(place.leadEmail());
        if (state == null) {
            throw new IllegalStateException("a ranked lead has no state");
        }
        return state;
    }

    private boolean isSignalled(String leadEmail) {
        var state = states.get(leadEmail);
        return state != null && state.signalled();
    }

    /** The threshold is taken from, and only these can be hot. */
    private static boolean isRanked(LeadState state) {
        return state.points() > 0 && !state.disqualified();
    }

    private static RankedLead placeOf(LeadState state) {
        return new RankedLead(Score.massOf(state), state.leadEmail());
    }
}
