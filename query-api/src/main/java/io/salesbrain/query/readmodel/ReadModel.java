package io.salesbrain.query.readmodel;

import io.salesbrain.events.Cost;
import io.salesbrain.events.Deal;
import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.inbox.InboxIndex;
import io.salesbrain.query.ledger.LedgerIndex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The followers that keep the indexes up to date, each on a thread of its own. */
public final class ReadModel implements AutoCloseable {
    private final TopicFollower<String, LeadRecord> leadStates;
    private final TopicFollower<String, RateRecord> rates;
    private final TopicFollower<String, Cost> costs;
    private final TopicFollower<String, Deal> deals;
    private final TopicFollower<String, ScoredRecord> scoredEvents;
    private final TopicFollower<String, HotCrossing> hotCrossings;

    /** What only those see who watch at that moment; a null value is nothing. */
    public interface Live {
        void happened(@Nullable ScoredRecord event);

        void crossed(@Nullable HotCrossing crossing);
    }

    private ReadModel(
            TopicFollower<String, LeadRecord> leadStates,
            TopicFollower<String, RateRecord> rates,
            TopicFollower<String, Cost> costs,
            TopicFollower<String, Deal> deals,
            TopicFollower<String, ScoredRecord> scoredEvents,
            TopicFollower<String, HotCrossing> hotCrossings) {
        this.leadStates = leadStates;
        this.rates = rates;
        this.costs = costs;
        this.deals = deals;
        this.scoredEvents = scoredEvents;
        this.hotCrossings = hotCrossings;
    }

    /**
     * @param live gets scored events and crossings into hot from now on; the other topics are read from their start
     */
    public static ReadModel follow(
            LogConfig log,
            LeadIndex leads,
            InboxIndex inbox,
            RateIndex rates,
            LedgerIndex<Cost> costs,
            LedgerIndex<Deal> deals,
            Progress progress,
            Live live) {
        var own = new AtomicReference<@Nullable TopicFollower<String, LeadRecord>>();
        var leadStates = TopicFollower.fromStart(log, Topics.LEAD_STATES, (partition, _, key, value) -> {
            // Old news is over once this follower has read what the topic held when it started.
            var follower = own.get();
            if (!inbox.isWatching() && follower != null && follower.isCaughtUp()) {
                inbox.startWatching();
            }
            leads.accept(key, value);
            inbox.accept(key, value);
            progress.acceptLead(partition, value);
        });
        own.set(leadStates);
        var scoredEvents = TopicFollower.fromNow(log, Topics.SCORED_EVENTS, (_, _, _, value) -> live.happened(value));
        var hotCrossings = TopicFollower.fromNow(log, Topics.HOT_CROSSINGS, (_, _, _, value) -> live.crossed(value));
        return new ReadModel(
                leadStates,
                TopicFollower.fromStart(log, Topics.RATES, (partition, _, key, value) -> {
                    rates.accept(key, value);
                    progress.acceptRate(partition, value);
                }),
                TopicFollower.fromStart(log, Topics.COSTS, (_, _, key, value) -> costs.accept(key, value)),
                TopicFollower.fromStart(log, Topics.DEALS, (_, _, key, value) -> deals.accept(key, value)),
                scoredEvents,
                hotCrossings);
    }

    public TopicFollower<String, Cost> costs() {
        return costs;
    }

    public TopicFollower<String, Deal> deals() {
        return deals;
    }

    /** How much of each topic has been read, by component. */
    public Map<String, TopicFollower<?, ?>> components() {
        var components = new LinkedHashMap<String, TopicFollower<?, ?>>();
        components.put("lead_states", leadStates);
        components.put("rates", rates);
        components.put("costs", costs);
        components.put("deals", deals);
        components.put("scored_events", scoredEvents);
        components.put("hot_crossings", hotCrossings);
        return components;
    }

    @Override
    public void close() {
        scoredEvents.close();
        hotCrossings.close();
        leadStates.close();
        rates.close();
        costs.close();
        deals.close();
    }
}
