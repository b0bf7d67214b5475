package io.salesbrain.scoring.topology;

import io.salesbrain.events.Event;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Subject;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.hot.StandingChange;
import io.salesbrain.scoring.lead.LeadFacts;
import io.salesbrain.scoring.lead.Memory;
import io.salesbrain.scoring.lead.ScoreSettings;
import io.salesbrain.scoring.lead.Touch;
import io.salesbrain.scoring.topology.RecentLeads.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Works off one subject's events: drops what its history already knows, judges replies, and sends on the event, the
 * lead's new state and what it changes in the counts. Behind them it sends watermarks, so that whoever reads the
 * results knows how far they reach.
 */
final class LeadStage implements Processor<String, Event, String, LeadOutput> {
    private static final Duration WATERMARK_EVERY = Duration.ofMillis(100);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private final ReplyJudge judge;
    private final ScoreSettings settings;
    private final MemoryLimits limits;
    private final int ratePartitions;
    private @Nullable ProcessorContext<String, LeadOutput> context;
    private @Nullable KeyValueStore<String, Remembered> histories;
    private @Nullable ShelfStore shelves;
    private @Nullable KeyValueStore<Integer, Tallied> tallies;
    private @Nullable PendingRates pending;
    private RecentLeads recent = new RecentLeads();
    private Tallied announced = new Tallied(-1, -1);

    LeadStage(ReplyJudge judge, ScoreSettings settings, MemoryLimits limits, int ratePartitions) {
        this.judge = judge;
        this.settings = settings;
        this.limits = limits;
        this.ratePartitions = ratePartitions;
    }

    @Override
    public void init(ProcessorContext<String, LeadOutput> context) {
        this.context = context;
        this.histories = context.getStateStore(Stores.HISTORIES_BY_SUBJECT);
        var shelves = new ShelfStore(context.getStateStore(Stores.SHELVED_BY_SUBJECT_AND_EVENT), limits.asideKept());
        this.shelves = shelves;
        this.tallies = context.getStateStore(Stores.TALLIES_BY_PARTITION);
        this.pending = new PendingRates(context.getStateStore(Stores.PENDING_RATES_BY_KEY));
        // A task that is revived after an abort begins with what is committed.
        this.recent = new RecentLeads();
        var _ = context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, shelves::sweep);
        var _ = context.schedule(WATERMARK_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> announce());
    }

    @Override
    public void process(Record<String, Event> record) {
        var event = record.value();
        var tallied = tallied();
        var known = recent.get(record.key()).orElseGet(() -> stored(record.key()));
        var shelf = initialised(shelves)
                .of(event.organizationId(), record.key(), context().currentSystemTimeMs());
        var touch = Touch.of(event);
        var memory = known.remembered().memory();
        if (memory.knows(touch, shelf)) {
            tallies().put(partition(), tallied.oneDuplicate());
            return;
        }
        var judged = judge.judge(event);
        var isLead = event.subject() instanceof Subject.Lead;
        var learned = memory.learn(
                touch.with(judged.map(Judged::judgement).orElse(null)), shelf, isLead, limits.mostAtHand());
        var remembered = known.remembered().next(learned.memory());
        histories().put(record.key(), remembered);
        tallies().put(partition(), tallied.oneProcessed());

        var scored = new ScoredEvent(
                event,
                partition(),
                tallied.oneProcessed().processed(),
                judged.flatMap(Judged::shown).orElse(null));
        forward(record, record.key(), new LeadOutput.Scored(scored));
        if (event.subject() instanceof Subject.Lead(var email)) {
            var language = judged.flatMap(Judged::language);
            var facts = sendFacts(record, email, known, learned, remembered.version(), language);
            recent.put(record.key(), new Recent(remembered, facts, learned.after()));
        }
    }

    private Recent stored(String key) {
        return new Recent(Optional.ofNullable(histories().get(key)).orElse(Remembered.NOTHING), null, null);
    }

    private LeadFacts sendFacts(
            Record<String, Event> record,
            String email,
            Recent known,
            Memory.Learned learned,
            long version,
            Optional<String> language) {
        var organization = record.value().organizationId();
        var after = LeadFacts.of(organization, email, learned.after(), settings);
        var before = known.factsOf(learned.before())
                .orElseGet(() -> LeadFacts.of(organization, email, learned.before(), settings));
        // A lead is there from its first event on, whatever that says.
        boolean isNew = learned.before().touches().isEmpty();
        if (isNew || !after.state().equals(before.state())) {
            forward(record, record.key(), new LeadOutput.State(after.state().withVersion(version)));
        }
        StandingChange.between(before.state(), after.state(), record.value().at())
                .ifPresent(change -> forward(record, organization.value(), new LeadOutput.Moved(change)));
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        after.counts()
                .minus(before.counts())
                .forEach((cell, counts) -> initialised(pending)
                        .add(new RateKey(organization, cell.dimension(), cell.hour()).format(), counts, now));
        var plans = new LeadOutput.Planned(record.value(), language, before.followUps(), after.followUps());
        forward(record, record.key(), plans);
        return after;
    }

    private void forward(Record<String, Event> cause, String key, LeadOutput output) {
        context().forward(cause.withKey(key).withValue(output));
    }

    /** What is pending, and one watermark into each partition of each output, behind everything it vouches for. */
    private void announce() {
        var tallied = tallied();
        if (tallied.equals(announced)) {
            return;
        }
        var mark = new Watermark(partition(), tallied.processed(), tallied.duplicates());
        long now = context().currentSystemTimeMs();
        initialised(pending)
                .drain((key, delta) -> context().forward(new Record<>(key, new LeadOutput.Delta(delta), now)));
        context().forward(new Record<>(mark.key(), new LeadOutput.Scored(mark), now));
        context().forward(new Record<>(mark.key(), new LeadOutput.State(mark), now));
        for (int target = 0; target < ratePartitions; target++) {
            context().forward(new Record<>(RoutedPartitioner.key(mark, target), new LeadOutput.Delta(mark), now));
        }
        announced = tallied;
    }

    private int partition() {
        return context().taskId().partition();
    }

    private Tallied tallied() {
        return Optional.ofNullable(tallies().get(partition())).orElse(Tallied.NONE);
    }

    private ProcessorContext<String, LeadOutput> context() {
        return initialised(context);
    }

    private KeyValueStore<String, Remembered> histories() {
        return initialised(histories);
    }

    private KeyValueStore<Integer, Tallied> tallies() {
        return initialised(tallies);
    }

    private static <T> T initialised(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Kafka Streams calls init before anything else");
        }
        return part;
    }
}
