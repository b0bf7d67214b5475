package io.salesbrain.scoring.topology;

import io.salesbrain.classifier.ReplyClassifier;
import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.Event;
import io.salesbrain.events.JsonSerde;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.scoring.lead.ScoreSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The whole flow on one screen:
 *
 * <pre>
 * events ─▶ work-off-lead ──┬─▶ scored-events
 *                           ├─▶ lead-states
 *                           ├─▶ (by campaign, account) ─▶ sum-rates ─▶ rates
 *      ┌─▶ take-feedback ──┤
 *      │                    └─▶ (by domain, account) ─▶ find-bursts ─▶ burst-feedback ─┐
 *      └────────────────────────────────────────────────────────────────────────────────┘
 * </pre>
 */
public final class ScoringTopology {
    private final ReplyClassifier classifier;
    private final ScoreSettings settings;
    private final MemoryLimits limits;
    private final int partitions;

    /** @param partitions of the events topic, and so of everything that follows from it */
    public ScoringTopology(ReplyClassifier classifier, ScoreSettings settings, MemoryLimits limits, int partitions) {
        this.classifier = classifier;
        this.settings = settings;
        this.limits = limits;
        this.partitions = partitions;
    }

    public Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));

        // The log is keyed by subject already: all events of a lead meet here without a re-key.
        var stores = Stores.ofLeadStage();
        KStream<String, LeadOutput> worked = builder.stream(
                        Topics.EVENTS.name(),
                        Consumed.with(Serdes.String(), Topics.EVENTS.valueSerde())
                                .withName("read-events"))
                .process(new LeadStages(stores), Named.as("work-off-lead"));
        // The same leads lie in the same partitions here, so both work on the same stores.
        KStream<String, LeadOutput> outputs = builder.stream(
                        Topics.BURST_FEEDBACK.name(),
                        Consumed.with(Serdes.String(), Topics.BURST_FEEDBACK.valueSerde())
                                .withTimestampExtractor(FeedbackStage.FIRST)
                                .withName("read-burst-feedback"))
                .process(new FeedbackStages(stores), Named.as("take-feedback"))
                .merge(worked, Named.as("merge-results"));

        select(outputs, LeadOutput.Scored.class, LeadOutput.Scored::value, "scored")
                .to(
                        Topics.SCORED_EVENTS.name(),
                        written(Topics.SCORED_EVENTS, "write-scored-events")
                                .withStreamPartitioner(new BehindItsResults<>()));
        select(outputs, LeadOutput.State.class, LeadOutput.State::value, "states")
                .to(
                        Topics.LEAD_STATES.name(),
                        written(Topics.LEAD_STATES, "write-lead-states")
                                .withStreamPartitioner(new BehindItsResults<>()));

        var rateValues = new JsonSerde<>(RateRecord.class);
        select(outputs, LeadOutput.Delta.class, LeadOutput.Delta::value, "deltas")
                // Re-keyed from lead to bucket: many leads add to one campaign or account.
                .repartition(Repartitioned.<String, RateRecord>as("rate-deltas")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(rateValues)
                        .withStreamPartitioner(new RoutedPartitioner())
                        .withNumberOfPartitions(partitions))
                .groupByKey(Grouped.with("by-rate-key", Serdes.String(), rateValues))
                .aggregate(
                        () -> RateBuckets.EMPTY,
                        (_, delta, sum) -> RateBuckets.add(sum, delta),
                        Named.as("sum-rates"),
                        Stores.rateBuckets())
                .toStream(Named.as("changed-rates"))
                .to(
                        Topics.RATES.name(),
                        written(Topics.RATES, "write-rates").withStreamPartitioner(new RoutedPartitioner()));
        findBursts(outputs);
        return builder.build();
    }

    private void findBursts(KStream<String, LeadOutput> outputs) {
        select(outputs, LeadOutput.Seen.class, LeadOutput.Seen::value, "seen")
                // Re-keyed from lead to domain and mailbox: a burst is seen only over several leads.
                .repartition(Repartitioned.<String, BurstInput>as("seen")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(BurstInput.class))
                        .withStreamPartitioner(new SeenPartitioner())
                        .withNumberOfPartitions(partitions))
                .process(new BurstStages(), Named.as("find-bursts"))
                .to(Topics.BURST_FEEDBACK.name(), feedback("write-burst-feedback"));
        // Written apart, not merged: the burst stage stays a task of its own, which no backlog of events holds up.
        select(outputs, LeadOutput.Answer.class, LeadOutput.Answer::value, "answers")
                .to(Topics.BURST_FEEDBACK.name(), feedback("write-answers"));
    }

    private static Produced<String, BurstFeedback> feedback(String name) {
        return written(Topics.BURST_FEEDBACK, name).withStreamPartitioner(new FeedbackPartitioner());
    }

    private static <O extends LeadOutput, V> KStream<String, V> select(
            KStream<String, LeadOutput> outputs, Class<O> kind, Function<O, V> value, String name) {
        return outputs.flatMapValues(
                output -> kind.isInstance(output) ? List.of(value.apply(kind.cast(output))) : List.of(),
                Named.as("select-" + name));
    }

    private static <V> Produced<String, V> written(Topic<String, V> topic, String name) {
        return Produced.<String, V>with(topic.keySerde(), topic.valueSerde()).withName(name);
    }

    /** A new stage per task, connected to its stores. */
    private final class LeadStages implements ProcessorSupplier<String, Event, String, LeadOutput> {
        private final Set<StoreBuilder<?>> stores;

        LeadStages(Set<StoreBuilder<?>> stores) {
            this.stores = stores;
        }

        @Override
        public Processor<String, Event, String, LeadOutput> get() {
            return new LeadStage(new ReplyJudge(classifier), settings, limits);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return stores;
        }
    }

    private final class FeedbackStages implements ProcessorSupplier<String, BurstFeedback, String, LeadOutput> {
        private final Set<StoreBuilder<?>> stores;

        FeedbackStages(Set<StoreBuilder<?>> stores) {
            this.stores = stores;
        }

        @Override
        public Processor<String, BurstFeedback, String, LeadOutput> get() {
            return new FeedbackStage(settings, limits, partitions);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return stores;
        }
    }

    private final class BurstStages implements ProcessorSupplier<String, BurstInput, String, BurstFeedback> {
        @Override
        public Processor<String, BurstInput, String, BurstFeedback> get() {
            return new BurstStage(partitions);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofBurstStage();
        }
    }
}
