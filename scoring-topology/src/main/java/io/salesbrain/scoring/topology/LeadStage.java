package io.salesbrain.scoring.topology;

import io.salesbrain.events.Event;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Subject;
import io.salesbrain.scoring.lead.ScoreSettings;
import io.salesbrain.scoring.lead.Sighting;
import io.salesbrain.scoring.lead.Touch;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Works off one subject's events: drops what its history already knows, judges replies, and sends on the event, the
 * lead's new state and what it changes in the counts. {@link FeedbackStage} runs beside it and says how far that reaches.
 */
final class LeadStage implements Processor<String, Event, String, LeadOutput> {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private final ReplyJudge judge;
    private final ScoreSettings settings;
    private final MemoryLimits limits;
    private @Nullable ProcessorContext<String, LeadOutput> context;
    private @Nullable LeadResults results;
    private @Nullable KeyValueStore<String, Remembered> histories;
    private @Nullable ShelfStore shelves;
    private @Nullable KeyValueStore<Integer, Tallied> tallies;

    LeadStage(ReplyJudge judge, ScoreSettings settings, MemoryLimits limits) {
        this.judge = judge;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public void init(ProcessorContext<String, LeadOutput> context) {
        this.context = context;
        this.results = new LeadResults(context, settings);
        this.histories = context.getStateStore(Stores.HISTORIES_BY_SUBJECT);
        var shelves = new ShelfStore(context.getStateStore(Stores.SHELVED_BY_SUBJECT_AND_EVENT), limits.asideKept());
        this.shelves = shelves;
        this.tallies = context.getStateStore(Stores.TALLIES_BY_PARTITION);
        var _ = context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, shelves::sweep);
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
        initialised(results).forward(record, record.key(), new LeadOutput.Scored(scored));
        if (event.subject() instanceof Subject.Lead(var email)) {
            initialised(results).send(record, event.organizationId(), email, learned, remembered.version());
            sendSightings(record, touch, email);
        }
    }

    /** For the burst stage, which compares the leads; behind the results, so that it finds them in the history. */
    private void sendSightings(Record<String, Event> record, Touch touch, String email) {
        var organization = record.value().organizationId();
        for (var sighting : Sighting.of(touch, email)) {
            var seen = BurstInput.Seen.of(organization, sighting);
            initialised(results).forward(record, seen.key(), new LeadOutput.Seen(seen));
        }
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
