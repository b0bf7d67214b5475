package io.salesbrain.scoring.topology;

import io.salesbrain.events.Event;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Subject;
import io.salesbrain.scoring.lead.Sighting;
import io.salesbrain.scoring.lead.Touch;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Works off one event: drops what its subject's history already knows, judges replies, and sends on the event and what
 * it changes.
 */
final class EventWork {
    private final ReplyJudge judge;
    private final MemoryLimits limits;
    private final int partition;
    private final LeadMemories memories;
    private final LeadResults results;
    private final TaskTally tally;

    EventWork(
            ReplyJudge judge,
            MemoryLimits limits,
            int partition,
            LeadMemories memories,
            LeadResults results,
            TaskTally tally) {
        this.judge = judge;
        this.limits = limits;
        this.partition = partition;
        this.memories = memories;
        this.results = results;
        this.tally = tally;
    }

    void take(Record<String, ?> record, Event event) {
        var known = memories.of(record.key());
        var shelf = memories.shelf(event.organizationId(), record.key());
        var touch = Touch.of(event);
        var memory = known.remembered().memory();
        if (memory.knows(touch, shelf)) {
            tally.oneDuplicate();
            return;
        }
        var judged = judge.judge(event);
        var isLead = event.subject() instanceof Subject.Lead;
        var learned = memory.learn(
                touch.with(judged.map(Judged::judgement).orElse(null)), shelf, isLead, limits.mostAtHand());
        var remembered = known.remembered().next(learned.memory());
        memories.put(record.key(), remembered);
        tally.oneProcessed();

        var shown = judged.flatMap(Judged::shown).orElse(null);
        var scored = new ScoredEvent(event, partition, tally.now().processed(), shown);
        results.forward(record, record.key(), new LeadOutput.Scored(scored));
        if (event.subject() instanceof Subject.Lead(var email)) {
            var heard = new LeadOutput.Heard(event, judged.flatMap(Judged::language));
            var change = new LeadResults.Change(
                    event.organizationId(), email, known, learned, remembered, event.at(), Optional.of(heard));
            memories.keepAtHand(record.key(), results.send(record, change));
            sendSightings(record, event, touch, email);
        }
    }

    /** For the burst stage, which compares the leads; behind the results, so that it finds them in the history. */
    private void sendSightings(Record<String, ?> record, Event event, Touch touch, String email) {
        for (var sighting : Sighting.of(touch, email)) {
            var seen = BurstInput.Seen.of(event.organizationId(), sighting);
            results.forward(record, seen.key(), new LeadOutput.Seen(seen));
        }
    }
}
