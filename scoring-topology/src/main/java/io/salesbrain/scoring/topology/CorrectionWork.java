package io.salesbrain.scoring.topology;

import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.scoring.lead.Corrections.Said;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes what a person said of a reply into the lead's history and sends on what that changes. A correction can be here
 * before its reply, when all is computed anew from the log: it is remembered, and says nothing of a lead that is not
 * there yet.
 */
final class CorrectionWork {
    private final ProcessorContext<String, LeadOutput> context;
    private final LeadMemories memories;
    private final LeadResults results;

    CorrectionWork(ProcessorContext<String, LeadOutput> context, LeadMemories memories, LeadResults results) {
        this.context = context;
        this.memories = memories;
        this.results = results;
    }

    void take(Record<String, ?> unstamped, ReplyCorrection correction) {
        var record = unstamped.withTimestamp(context.currentSystemTimeMs());
        var known = memories.of(record.key());
        var said = new Said(correction.category(), correction.at().toEpochMilli());
        known.remembered().memory().correct(correction.eventId(), said).ifPresent(learned -> {
            var remembered = known.remembered().next(learned.memory());
            memories.put(record.key(), remembered);
            if (!learned.before().touches().isEmpty()) {
                var change = new LeadResults.Change(
                        correction.organizationId(),
                        correction.leadEmail(),
                        known,
                        learned,
                        remembered,
                        correction.at(),
                        Optional.empty());
                memories.keepAtHand(record.key(), results.send(record, change));
            }
        });
    }
}
