package io.salesbrain.query.readmodel;

import io.salesbrain.events.Cost;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The followers that keep the indexes up to date, each on a thread of its own. */
public final class ReadModel implements AutoCloseable {
    private final TopicFollower<String, LeadRecord> leadStates;
    private final TopicFollower<String, RateRecord> rates;
    private final TopicFollower<String, Cost> costs;
    private final TopicFollower<String, ScoredRecord> scoredEvents;

    private ReadModel(
            TopicFollower<String, LeadRecord> leadStates,
            TopicFollower<String, RateRecord> rates,
            TopicFollower<String, Cost> costs,
            TopicFollower<String, ScoredRecord> scoredEvents) {
        this.leadStates = leadStates;
        this.rates = rates;
        this.costs = costs;
        this.scoredEvents = scoredEvents;
    }

    /**
     * @param live gets scored events from now on; the other topics are read from their start
     */
    public static ReadModel follow(
            LogConfig log,
            LeadIndex leads,
            RateIndex rates,
            CostIndex costs,
            Progress progress,
            Consumer<@Nullable ScoredRecord> live) {
        var scoredEvents = TopicFollower.fromNow(log, Topics.SCORED_EVENTS, (_, _, _, value) -> live.accept(value));
        var own = new AtomicReference<@Nullable TopicFollower<String, LeadRecord>>();
        var leadStates = TopicFollower.fromStart(log, Topics.LEAD_STATES, (partition, _, key, value) -> {
            // Old news is over once this follower has read what the topic held when it started.
            var follower = own.get();
            if (!leads.isWatching() && follower != null && follower.isCaughtUp()) {
                leads.startWatching();
            }
            leads.accept(key, value);
            progress.acceptLead(partition, value);
        });
        own.set(leadStates);
        return new ReadModel(
                leadStates,
                TopicFollower.fromStart(log, Topics.RATES, (partition, _, key, value) -> {
                    rates.accept(key, value);
                    progress.acceptRate(partition, value);
                }),
                TopicFollower.fromStart(log, Topics.COSTS, (_, _, key, value) -> costs.accept(key, value)),
                scoredEvents);
    }

    public TopicFollower<String, Cost> costs() {
        return costs;
    }

    /** How much of each topic has been read, by component. */
    public Map<String, TopicFollower<?, ?>> components() {
        var components = new LinkedHashMap<String, TopicFollower<?, ?>>();
        components.put("lead_states", leadStates);
        components.put("rates", rates);
        components.put("costs", costs);
        components.put("scored_events", scoredEvents);
        return components;
    }

    @Override
    public void close() {
        scoredEvents.close();
        leadStates.close();
        rates.close();
        costs.close();
    }
}
