package io.salesbrain.scoring.topology;

import io.salesbrain.classifier.ReplyClassifier;
import io.salesbrain.events.Alert;
import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.JsonSerde;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.scoring.calendar.PublicHolidays;
import io.salesbrain.scoring.hot.StandingChange;
import io.salesbrain.scoring.lead.WorkingDays;
import io.salesbrain.scoring.watch.WatchSettings;
import io.salesbrain.scoring.watch.WatchSubject;
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
 *   reply-corrections
 *              ▼
 * events ─▶ work-off-leads ─┬─▶ scored-events
 *      ┌──────▶│             ├─▶ lead-states
 *      │                     ├─▶ (by organization) ─▶ watch-hot-leads ─▶ hot-crossings
 *      │                     ├─▶ (by campaign, account) ─▶ sum-rates ─┬─▶ rates
 *      │                     │                                        └─▶ watch-rates ─▶ alerts
 *      │                     ├─▶ time-follow-ups ─▶ follow-ups
 *      │                     └─▶ (by domain, account) ─▶ find-bursts ─▶ burst-feedback ─┐
 *      └────────────────────────────────────────────────────────────────────────────────┘
 * </pre>
 */
public final class ScoringTopology {
    private final ReplyClassifier classifier;
    private final ScoreSettingsBook settings;
    private final MemoryLimits limits;
    private final int partitions;
    private final Function<WatchSubject, WatchSettings> watching;

    /** @param partitions of the events topic, and so of everything that follows from it */
    public ScoringTopology(
            ReplyClassifier classifier, ScoreSettingsBook settings, MemoryLimits limits, int partitions) {
        this(classifier, settings, limits, partitions, _ -> WatchSettings.DEFAULT);
    }

    /** With other thresholds of alerts. */
    public ScoringTopology(
            ReplyClassifier classifier,
            ScoreSettingsBook settings,
            MemoryLimits limits,
            int partitions,
            Function<WatchSubject, WatchSettings> watching) {
        this.classifier = classifier;
        this.settings = settings;
        this.limits = limits;
        this.partitions = partitions;
        this.watching = watching;
    }

    public Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config));

        // The log is keyed by subject already: all events of a lead meet here without a re-key, and what is fed back
        // lies in the same partitions.
        KStream<String, LeadInput> fedBack = builder.stream(
                        Topics.BURST_FEEDBACK.name(),
                        Consumed.with(Serdes.String(), Topics.BURST_FEEDBACK.valueSerde())
                                .withTimestampExtractor(LeadStage.FIRST)
                                .withName("read-burst-feedback"))
                .mapValues(LeadInput.Told::new, Named.as("as-told"));
        KStream<String, LeadInput> corrected = builder.stream(
                        Topics.REPLY_CORRECTIONS.name(),
                        Consumed.with(Serdes.String(), Topics.REPLY_CORRECTIONS.valueSerde())
                                .withTimestampExtractor(LeadStage.FIRST)
                                .withName("read-reply-corrections"))
                .mapValues(LeadInput.Corrected::new, Named.as("as-corrected"));
        KStream<String, LeadOutput> outputs = builder.stream(
                        Topics.EVENTS.name(),
                        Consumed.with(Serdes.String(), Topics.EVENTS.valueSerde())
                                .withName("read-events"))
                .<LeadInput>mapValues(LeadInput.Arrived::new, Named.as("as-arrived"))
                .merge(fedBack, Named.as("merge-inputs"))
                .merge(corrected, Named.as("merge-corrections"))
                .process(new LeadStages(), Named.as("work-off-leads"));

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

        var rateValues = new RateRecordSerde();
        var changedRates = select(outputs, LeadOutput.Delta.class, LeadOutput.Delta::value, "deltas")
                // Re-keyed from lead to bucket: many leads add to one campaign or account.
                .repartition(Repartitioned.<String, RateRecord>as("rate-deltas")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(rateValues)
                        .withStreamPartitioner(new RoutedPartitioner<>())
                        .withNumberOfPartitions(partitions))
                .groupByKey(Grouped.with("by-rate-key", Serdes.String(), rateValues))
                .aggregate(
                        () -> RateBuckets.EMPTY,
                        (_, delta, sum) -> RateBuckets.add(sum, delta),
                        Named.as("sum-rates"),
                        Stores.rateBuckets())
                .toStream(Named.as("changed-rates"));
        changedRates.to(
                Topics.RATES.name(),
                written(Topics.RATES, "write-rates").withStreamPartitioner(new RoutedPartitioner<>()));

        changedRates
                .<WatchInput>mapValues(WatchInput.Counted::new, Named.as("counted"))
                .merge(incidents(outputs), Named.as("counted-or-failed"))
                .process(new WatchStages(), Named.as("watch-rates"))
                .to(Topics.ALERTS.name(), written(Topics.ALERTS, "write-alerts"));

        select(outputs, LeadOutput.Moved.class, LeadOutput.Moved::value, "moved-leads")
                // Re-keyed from lead to organization: a threshold is taken from all its leads.
                .repartition(Repartitioned.<String, StandingChange>as("standing-changes")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(StandingSerdes.change())
                        .withNumberOfPartitions(partitions))
                .process(new HotStages(), Named.as("watch-hot-leads"))
                .to(Topics.HOT_CROSSINGS.name(), written(Topics.HOT_CROSSINGS, "write-hot-crossings"));

        // Keyed by lead still: the timers lie beside the histories, in the same task.
        select(outputs, LeadOutput.Planned.class, Function.identity(), "plans")
                .process(new FollowUpStages(), Named.as("time-follow-ups"))
                .to(Topics.FOLLOW_UPS.name(), written(Topics.FOLLOW_UPS, "write-follow-ups"));
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

    /** Re-keyed from the account's own events to its buckets: an account that sends again is well again. */
    private KStream<String, WatchInput> incidents(KStream<String, LeadOutput> outputs) {
        return outputs.flatMap((_, output) -> AccountIncident.in(output), Named.as("select-account-incidents"))
                .repartition(Repartitioned.<String, AccountIncident>as("account-incidents")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(AccountIncident.class))
                        .withStreamPartitioner(new RoutedPartitioner<>())
                        .withNumberOfPartitions(partitions))
                .mapValues(WatchInput.Failed::new, Named.as("failed"));
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
    private final class LeadStages implements ProcessorSupplier<String, LeadInput, String, LeadOutput> {
        @Override
        public Processor<String, LeadInput, String, LeadOutput> get() {
            return new LeadStage(new ReplyJudge(classifier), settings, limits, partitions);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofLeadStage();
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

    private final class HotStages implements ProcessorSupplier<String, StandingChange, String, HotCrossing> {
        @Override
        public Processor<String, StandingChange, String, HotCrossing> get() {
            return new HotStage(settings::of);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofHotStage();
        }
    }

    private final class WatchStages implements ProcessorSupplier<String, WatchInput, String, Alert> {
        @Override
        public Processor<String, WatchInput, String, Alert> get() {
            return new WatchStage(watching);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofWatchStage();
        }
    }

    /** The same for the timers; one calendar for all. */
    private static final class FollowUpStages
            implements ProcessorSupplier<String, LeadOutput.Planned, String, FollowUp> {
        private final WorkingDays calendar = new PublicHolidays();

        @Override
        public Processor<String, LeadOutput.Planned, String, FollowUp> get() {
            return new FollowUpStage(calendar);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofFollowUpStage();
        }
    }
}
