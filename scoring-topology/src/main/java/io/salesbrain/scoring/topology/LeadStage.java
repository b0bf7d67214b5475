package io.salesbrain.scoring.topology;

import io.salesbrain.events.Event;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Subject;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.lead.CountTable;
import io.salesbrain.scoring.lead.LeadFacts;
import io.salesbrain.scoring.lead.Memory;
import io.salesbrain.scoring.lead.ScoreSettings;
import io.salesbrain.scoring.lead.Touch;
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
        var _ = context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, shelves::sweep);
        var _ = context.schedule(WATERMARK_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> announce());
    }

    @Override
    public void process(Record<String, Event> record) {
        var event = record.value();
        var tallied = tallied();
        var known = Optional.ofNullable(histories().get(record.key())).orElse(Remembered.NOTHING);
        var shelf = initialised(shelves)
                .of(event.organizationId(), record.key(), context().currentSystemTimeMs());
        var touch = Touch.of(event);
        if (known.memory().knows(touch, shelf)) {
            tallies().put(partition(), tallied.oneDuplicate());
            return;
        }
        var judged = judge.judge(event);
        var isLead = event.subject() instanceof Subject.Lead;
        var learned = known.memory()
                .learn(touch.with(judged.map(Judged::judgement).orElse(null)), shelf, isLead, limits.mostAtHand());
        var remembered = known.next(learned.memory());
        histories().put(record.key(), remembered);
        tallies().put(partition(), tallied.oneProcessed());

        var scored = new ScoredEvent(
                event,
                partition(),
                tallied.oneProcessed().processed(),
                judged.flatMap(Judged::shown).orElse(null));
        forward(record, record.key(), new LeadOutput.Scored(scored));
        if (event.subject() instanceof Subject.Lead(var email)) {
            sendFacts(record, email, learned, remembered.version(), judged.flatMap(Judged::language));
        }
    }

    private void sendFacts(
            Record<String, Event> record,
            String email,
            Memory.Learned learned,
            long version,
            Optional<String> language) {
        var event = record.value();
        var before = LeadFacts.of(event.organizationId(), email, learned.before(), settings);
        var after = LeadFacts.of(event.organizationId(), email, learned.after(), settings);
        forward(record, record.key(), new LeadOutput.State(after.state().withVersion(version)));
        sendDeltas(record, event, before.counts(), after.counts());
        forward(record, record.key(), new LeadOutput.Planned(event, language, before.followUps(), after.followUps()));
    }

    private void sendDeltas(Record<String, Event> record, Event event, CountTable before, CountTable after) {
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        after.minus(before).forEach((cell, counts) -> {
            var key = new RateKey(event.organizationId(), cell.dimension(), cell.hour());
            forward(record, key.format(), new LeadOutput.Delta(new RateBucket(counts, 1, now)));
        });
    }

    private void forward(Record<String, Event> cause, String key, LeadOutput output) {
        context().forward(cause.withKey(key).withValue(output));
    }

    /** One watermark into each partition of each output, behind everything it vouches for. */
    private void announce() {
        var tallied = tallied();
        if (tallied.equals(announced)) {
            return;
        }
        var mark = new Watermark(partition(), tallied.processed(), tallied.duplicates());
        long now = context().currentSystemTimeMs();
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
