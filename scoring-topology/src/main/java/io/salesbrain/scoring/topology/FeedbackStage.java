package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.lead.Burst;
import io.salesbrain.scoring.lead.ScoreSettings;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was found about bursts into the leads' histories, beside the stage that works off their events and on the
 * same stores, and sends on what that changes. It also sends the watermarks: how far the results reach is known only
 * when a round through the burst stage has come back.
 *
 * <p>Feedback goes before events ({@link #FIRST}): behind a backlog of them no round would come back before its end.
 */
final class FeedbackStage implements Processor<String, BurstFeedback, String, LeadOutput> {
    /** Kafka Streams takes the record with the earliest time first; only here do these times mean nothing else. */
    static final TimestampExtractor FIRST = (record, partitionTimeMs) -> 0;

    private static final Duration WATERMARK_EVERY = Duration.ofMillis(100);

    private final ScoreSettings settings;
    private final MemoryLimits limits;
    private final int partitions;
    private final Rounds rounds;
    private @Nullable ProcessorContext<String, LeadOutput> context;
    private @Nullable LeadResults results;
    private @Nullable KeyValueStore<String, Remembered> histories;
    private @Nullable ShelfStore shelves;
    private @Nullable KeyValueStore<Integer, Tallied> tallies;
    private Tallied announced = new Tallied(-1, -1);

    FeedbackStage(ScoreSettings settings, MemoryLimits limits, int partitions) {
        this.settings = settings;
        this.limits = limits;
        this.partitions = partitions;
        this.rounds = new Rounds(partitions);
    }

    @Override
    public void init(ProcessorContext<String, LeadOutput> context) {
        this.context = context;
        this.results = new LeadResults(context, settings);
        this.histories = context.getStateStore(Stores.HISTORIES_BY_SUBJECT);
        this.shelves = new ShelfStore(context.getStateStore(Stores.SHELVED_BY_SUBJECT_AND_EVENT), limits.asideKept());
        this.tallies = context.getStateStore(Stores.TALLIES_BY_PARTITION);
        var _ = context.schedule(WATERMARK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::ask);
    }

    @Override
    public void process(Record<String, BurstFeedback> unstamped) {
        var record = unstamped.withTimestamp(context().currentSystemTimeMs());
        switch (record.value()) {
            case BurstFeedback.Found found -> mark(record, found);
            case BurstFeedback.Passed passed -> rounds.passed(passed).ifPresent(this::announce);
            case BurstFeedback.Applied applied -> rounds.applied(applied).ifPresent(this::announce);
            case BurstFeedback.Check check -> {
                var applied = new BurstFeedback.Applied(check.round(), check.by(), check.to(), check.source());
                initialised(results).forward(record, Topics.BURST_FEEDBACK.name(), new LeadOutput.Answer(applied));
            }
        }
    }

    private void mark(Record<String, BurstFeedback> record, BurstFeedback.Found found) {
        var known = initialised(histories).get(record.key());
        if (known == null) {
            return;
        }
        var shelf = initialised(shelves)
                .of(found.organizationId(), record.key(), context().currentSystemTimeMs());
        known.memory()
                .mark(new Burst(found.circle(), found.second(), found.level()), shelf)
                .ifPresent(learned -> {
                    var remembered = known.next(learned.memory());
                    initialised(histories).put(record.key(), remembered);
                    initialised(results)
                            .send(record, found.organizationId(), found.leadEmail(), learned, remembered.version());
                });
    }

    /** Begins a round where there is something new to announce. */
    private void ask(long nowMs) {
        var tallied = Optional.ofNullable(initialised(tallies).get(partition())).orElse(Tallied.NONE);
        if (rounds.isUnderWay() || tallied.equals(announced)) {
            return;
        }
        boolean anew = rounds.isAnew();
        long round = rounds.begin(tallied, nowMs);
        for (int to = 0; to < partitions; to++) {
            var asked = new LeadOutput.Seen(new BurstInput.Round(round, partition(), to, anew));
            context().forward(new Record<>("round/" + partition(), asked, nowMs));
        }
    }

    /** One watermark into each partition of each output, behind everything it vouches for. */
    private void announce(Tallied tallied) {
        var mark = new Watermark(partition(), tallied.processed(), tallied.duplicates());
        long now = context().currentSystemTimeMs();
        context().forward(new Record<>(mark.key(), new LeadOutput.Scored(mark), now));
        for (int target = 0; target < partitions; target++) {
            var key = RoutedPartitioner.key(mark, target);
            // A burst may have changed leads of any partition.
            context().forward(new Record<>(key, new LeadOutput.State(mark), now));
            context().forward(new Record<>(key, new LeadOutput.Delta(mark), now));
        }
        announced = tallied;
    }

    private int partition() {
        return context().taskId().partition();
    }

    private ProcessorContext<String, LeadOutput> context() {
        return initialised(context);
    }

    private static <T> T initialised(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Kafka Streams calls init before anything else");
        }
        return part;
    }
}
