package io.salesbrain.scoring.topology;

import static io.salesbrain.scoring.topology.Initialised.initialised;

import io.salesbrain.events.ScoreSettingsBook;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changes what is known of a subject: its events ({@link EventWork}), what the burst stage finds when it
 * compares the leads ({@link FeedbackWork}), and what people say of replies ({@link CorrectionWork}). All write the same
 * histories, so one processor takes all.
 */
final class LeadStage implements Processor<String, LeadInput, String, LeadOutput> {
    /**
     * Feedback and corrections go before events: behind a backlog of them no round would come back before its end, and
     * nobody who corrects a reply wants to wait for it. Kafka Streams
     * takes the record with the earliest time first; only here do these times mean nothing else.
     */
    static final TimestampExtractor FIRST = (record, partitionTimeMs) -> 0;

    private final ReplyJudge judge;
    private final ScoreSettingsBook settings;
    private final MemoryLimits limits;
    private final int partitions;
    private @Nullable EventWork events;
    private @Nullable FeedbackWork feedback;
    private @Nullable CorrectionWork corrections;

    LeadStage(ReplyJudge judge, ScoreSettingsBook settings, MemoryLimits limits, int partitions) {
        this.judge = judge;
        this.settings = settings;
        this.limits = limits;
        this.partitions = partitions;
    }

    /** All of it anew: a task that is revived after an abort begins with what is committed. */
    @Override
    public void init(ProcessorContext<String, LeadOutput> context) {
        int partition = context.taskId().partition();
        var tally = new TaskTally(context.getStateStore(Stores.TALLIES_BY_PARTITION), partition);
        var memories = new LeadMemories(context, limits);
        var inForce = new TaskSettings(settings, context.getStateStore(Stores.SETTINGS_BY_ORGANIZATION));
        var results = new LeadResults(context, inForce);
        this.events = new EventWork(judge, limits, partition, memories, results, tally);
        this.feedback = new FeedbackWork(context, partitions, memories, results, tally);
        this.corrections = new CorrectionWork(context, memories, results);
        var _ = new Resettling(context, inForce, memories, results);
    }

    @Override
    public void process(Record<String, LeadInput> record) {
        switch (record.value()) {
            case LeadInput.Arrived(var event) -> initialised(events).take(record, event);
            case LeadInput.Told(var found) -> initialised(feedback).take(record, found);
            case LeadInput.Corrected(var said) -> initialised(corrections).take(record, said);
        }
    }
}
