package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.lead.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes what was found about bursts into the leads' histories and sends on what that changes. It also sends the
 * watermarks: how far the results reach is known only when a round through the burst stage has come back.
 */
final class FeedbackWork {
    private static final Duration WATERMARK_EVERY = Duration.ofMillis(100);

    private final ProcessorContext<String, LeadOutput> context;
    private final int partitions;
    private final LeadMemories memories;
    private final LeadResults results;
    private final TaskTally tally;
    private final Rounds rounds;
    private Tallied announced = new Tallied(-1, -1);

    FeedbackWork(
            ProcessorContext<String, LeadOutput> context,
            int partitions,
            LeadMemories memories,
            LeadResults results,
            TaskTally tally) {
        this.context = context;
        this.partitions = partitions;
        this.memories = memories;
        this.results = results;
        this.tally = tally;
        this.rounds = new Rounds(partitions);
        var _ = context.schedule(WATERMARK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::ask);
    }

    void take(Record<String, ?> unstamped, BurstFeedback feedback) {
        var record = unstamped.withTimestamp(context.currentSystemTimeMs());
        switch (feedback) {
            case BurstFeedback.Found found -> mark(record, found);
            case BurstFeedback.Passed passed -> rounds.passed(passed).ifPresent(this::announce);
            case BurstFeedback.Applied applied -> rounds.applied(applied).ifPresent(this::announce);
            case BurstFeedback.Check check -> {
                // Whoever hears the answer may vouch for all that was found and is applied here.
                results.drain();
                var applied = new BurstFeedback.Applied(check.round(), check.by(), check.to(), check.source());
                results.forward(record, Topics.BURST_FEEDBACK.name(), new LeadOutput.Answer(applied));
            }
        }
    }

    private void mark(Record<String, ?> record, BurstFeedback.Found found) {
        var known = memories.of(record.key());
        if (known.remembered().equals(Remembered.NOTHING)) {
            return;
        }
        var shelf = memories.shelf(found.organizationId(), record.key());
        var burst = new Burst(found.circle(), found.second(), found.level());
        known.remembered().memory().mark(burst, shelf).ifPresent(learned -> {
            var remembered = known.remembered().next(learned.memory());
            memories.put(record.key(), remembered);
            var change = new LeadResults.Change(
                    found.organizationId(),
                    found.leadEmail(),
                    known,
                    learned,
                    remembered,
                    Instant.ofEpochSecond(found.second()),
                    Optional.empty());
            memories.keepAtHand(record.key(), results.send(record, change));
        });
    }

    /** Hands on what is pending, and begins a round where there is something new to announce. */
    private void ask(long nowMs) {
        results.drain();
        if (rounds.isUnderWay() || tally.now().equals(announced)) {
            return;
        }
        boolean anew = rounds.isAnew();
        long round = rounds.begin(tally.now(), nowMs);
        for (int to = 0; to < partitions; to++) {
            var asked = new LeadOutput.Seen(new BurstInput.Round(round, partition(), to, anew));
            context.forward(new Record<>("round/" + partition(), asked, nowMs));
        }
    }

    /** One watermark into each partition of each output, behind everything it vouches for. */
    private void announce(Tallied reached) {
        results.drain();
        var mark = new Watermark(partition(), reached.processed(), reached.duplicates());
        long now = context.currentSystemTimeMs();
        context.forward(new Record<>(mark.key(), new LeadOutput.Scored(mark), now));
        for (int target = 0; target < partitions; target++) {
            var key = RoutedPartitioner.key(mark, target);
            // A burst may have changed leads of any partition.
            context.forward(new Record<>(key, new LeadOutput.State(mark), now));
            context.forward(new Record<>(key, new LeadOutput.Delta(mark), now));
        }
        announced = reached;
    }

    private int partition() {
        return context.taskId().partition();
    }
}
