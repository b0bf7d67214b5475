package io.salesbrain.scoring.topology;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.scoring.lead.CountTable;
import io.salesbrain.scoring.lead.LeadFacts;
import io.salesbrain.scoring.lead.Memory;
import io.salesbrain.scoring.lead.ScoreSettings;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends on what a change in a lead's memory means: its new state, and what it changes in the counts. */
final class LeadResults {
    private final ProcessorContext<String, LeadOutput> context;
    private final ScoreSettings settings;

    LeadResults(ProcessorContext<String, LeadOutput> context, ScoreSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    void send(
            Record<String, ?> cause,
            OrganizationId organization,
            String leadEmail,
            Memory.Learned learned,
            long version) {
        var before = LeadFacts.of(organization, leadEmail, learned.before(), settings);
        var after = LeadFacts.of(organization, leadEmail, learned.after(), settings);
        forward(cause, cause.key(), new LeadOutput.State(after.state().withVersion(version)));
        sendDeltas(cause, organization, before.counts(), after.counts());
    }

    private void sendDeltas(Record<String, ?> cause, OrganizationId organization, CountTable before, CountTable after) {
        var now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        after.minus(before).forEach((cell, counts) -> {
            var key = new RateKey(organization, cell.dimension(), cell.hour());
            forward(cause, key.format(), new LeadOutput.Delta(new RateBucket(counts, 1, now)));
        });
    }

    void forward(Record<String, ?> cause, String key, LeadOutput output) {
        context.forward(cause.withKey(key).withValue(output));
    }
}
