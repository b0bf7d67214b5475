package io.salesbrain.query.readmodel;

import io.salesbrain.events.LeadState;
import io.salesbrain.events.ScoreSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The leads of one organization and their order; safe for use by several threads. */
final class OrganizationLeads {
    private final Supplier<ScoreSettings> settings;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, LeadState> states = new HashMap<>();
    /** All of them, by place: the threshold is found here. */
    private final RankedList<RankedLead> places = new RankedList<>(RankedLead.ORDER);

    private final Ranking ranking = new Ranking();
    private final Map<String, Ranking> campaigns = new HashMap<>();

    OrganizationLeads(Supplier<ScoreSettings> settings) {
        this.settings = settings;
    }

    /** Takes a lead's latest state, or its removal. */
    void update(String leadEmail, @Nullable LeadState state) {
        lock.writeLock().lock();
        try {
            var before = state == null ? states.remove(leadEmail) : states.put(leadEmail, state);
            if (before != null && isRanked(before)) {
                takeOut(before);
            }
            if (state != null && isRanked(state)) {
                putIn(state);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void putIn(LeadState state) {
        var place = placeOf(state);
        places.add(place);
        ranking.add(place, state.signalled());
        for (var campaign : state.campaignIds()) {
            campaigns.computeIfAbsent(campaign, _ -> new Ranking()).add(place, state.signalled());
        }
    }

    private void takeOut(LeadState state) {
        var place = placeOf(state);
        places.remove(place);
        ranking.remove(place, state.signalled());
        for (var campaign : state.campaignIds()) {
            var leads = campaigns.get(campaign);
            if (leads != null) {
                leads.remove(place, state.signalled());
                if (leads.isEmpty()) {
                    campaigns.remove(campaign);
                }
            }
        }
    }

    Optional<LeadIndex.Lead> find(String leadEmail, Instant time) {
        lock.readLock().lock();
        try {
            double threshold = thresholdMass(time);
            return Optional.ofNullable(states.get(leadEmail)).map(state -> lead(state, threshold));
        } finally {
            lock.readLock().unlock();
        }
    }

    LeadIndex.Listing list(LeadQuery query, Instant time) {
        lock.readLock().lock();
        try {
            var score = thresholdScore(time);
            double threshold = thresholdMass(time);
            var after = query.after()
                    .map(place -> new RankedLead(place.massLog2(), place.leadEmail()))
                    .orElse(null);
            var asked = query.campaignId().isEmpty()
                    ? ranking
                    : campaigns.get(query.campaignId().get());
            List<RankedLead> found =
                    asked == null ? List.of() : asked.list(after, query.hot(), threshold, query.limit());
            return new LeadIndex.Listing(
                    found.stream().map(place -> lead(stateOf(place), threshold)).toList(), score, places.size());
        } finally {
            lock.readLock().unlock();
        }
    }

    private LeadIndex.Lead lead(LeadState state, double threshold) {
        double mass = Score.massOf(state);
        boolean hot = !state.disqualified() && state.signalled() && isRanked(state) && mass >= threshold;
        return new LeadIndex.Lead(state, mass, hot);
    }

    /** The ⌈share·n⌉-th of the n ranked leads. */
    private Optional<RankedLead> thresholdLead() {
        int n = places.size();
        int place = settings.get()
                .hotShare()
                .multiply(BigDecimal.valueOf(n))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return n == 0 ? Optional.empty() : Optional.of(places.get(Math.clamp(place, 1, n) - 1));
    }

    /** Above all others while there is no lead to take it from, and never under the least score for hot. */
    private double thresholdMass(Instant time) {
        return thresholdLead()
                .map(lead -> Math.max(lead.massLog2(), leastMass(stateOf(lead), time)))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private double leastMass(LeadState ofAny, Instant time) {
        double minimum = settings.get().hotMinimum().doubleValue();
        return minimum == 0 ? Double.NEGATIVE_INFINITY : Score.mass(minimum, ofAny.halfLifeMs(), time);
    }

    private Optional<Double> thresholdScore(Instant time) {
        double minimum = settings.get().hotMinimum().doubleValue();
        return thresholdLead()
                .map(lead -> Score.at(lead.massLog2(), stateOf(lead).halfLifeMs(), time))
                .map(score -> Math.max(score, minimum));
    }

    private LeadState stateOf(RankedLead place) {
        var state = states.get(place.leadEmail());
        if (state == null) {
            throw new IllegalStateException("a ranked lead has no state");
        }
        return state;
    }

    /** The threshold is taken from, and only these can be hot. */
    private static boolean isRanked(LeadState state) {
        return state.points() > 0 && !state.disqualified();
    }

    private static RankedLead placeOf(LeadState state) {
        return new RankedLead(Score.massOf(state), state.leadEmail());
    }
}
