package io.salesbrain.scoring.topology;

import static io.salesbrain.scoring.topology.Initialised.initialised;

import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.Topics;
import io.salesbrain.scoring.lead.BurstWindow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sees the opens and clicks of all leads of a domain, or of a mailbox, and tells the leads when they come in bursts. What
 * it finds is a function of the set of opens and clicks, and more of them only strengthen it.
 */
final class BurstStage implements Processor<String, BurstInput, String, BurstFeedback> {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final int NEVER = -1;

    /** How many findings went to each partition of the leads. */
    private final int[] found;

    /** How many of them each partition that asks for rounds has been told of. */
    private final int[][] told;

    private @Nullable ProcessorContext<String, BurstFeedback> context;
    private @Nullable SeenStore seen;

    BurstStage(int partitions) {
        this.found = new int[partitions];
        this.told = new int[partitions][partitions];
    }

    @Override
    public void init(ProcessorContext<String, BurstFeedback> context) {
        this.context = context;
        var seen = new SeenStore(context.getStateStore(Stores.SEEN_BY_CIRCLE_AND_SECOND));
        this.seen = seen;
        // What was under way when this task began is not known here.
        for (var each : told) {
            Arrays.fill(each, NEVER);
        }
        var _ = context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, seen::sweep);
    }

    @Override
    public void process(Record<String, BurstInput> unstamped) {
        // However old the event is: the topic of the feedback drops by age what it must not drop unread.
        var record = unstamped.withTimestamp(initialised(context).currentSystemTimeMs());
        switch (record.value()) {
            case BurstInput.Seen one -> see(record, one);
            case BurstInput.Round round -> pass(record, round);
        }
    }

    private void see(Record<String, BurstInput> record, BurstInput.Seen one) {
        var around = initialised(seen).around(record.key(), one.second());
        var there = around.get(one.second());
        if (there != null && there.contains(one.lead())) {
            return;
        }
        for (var finding : BurstWindow.added(around, one.second(), one.lead())) {
            var feedback = new BurstFeedback.Found(
                    one.organizationId(), finding.lead(), one.circle(), finding.second(), finding.level());
            found[FeedbackPartitioner.partition(feedback.key(), found.length)]++;
            initialised(context).forward(record.withKey(feedback.key()).withValue(feedback));
        }
        initialised(seen)
                .add(
                        record.key(),
                        one.second(),
                        one.lead(),
                        there,
                        initialised(context).currentSystemTimeMs());
    }

    /** Behind all that was found for each partition so far; who got nothing since the last round need not be asked. */
    private void pass(Record<String, BurstInput> record, BurstInput.Round round) {
        int by = initialised(context).taskId().partition();
        var known = told[round.source()];
        List<Integer> unsure = IntStream.range(0, found.length)
                .filter(partition -> partition != round.source())
                .filter(partition -> round.anew() || found[partition] != known[partition])
                .boxed()
                .toList();
        System.arraycopy(found, 0, known, 0, found.length);
        for (int partition : unsure) {
            send(record, new BurstFeedback.Check(round.round(), round.source(), by, partition));
        }
        send(record, new BurstFeedback.Passed(round.round(), by, round.source(), unsure));
    }

    private void send(Record<String, BurstInput> cause, BurstFeedback.Token token) {
        initialised(context).forward(cause.withKey(Topics.BURST_FEEDBACK.name()).withValue(token));
    }
}
