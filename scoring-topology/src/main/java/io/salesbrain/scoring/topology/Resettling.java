package io.salesbrain.scoring.topology;

import io.salesbrain.events.OrganizationId;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Scores the leads of an organization anew when it changes what events are worth: a few at a time, between the events.
 * After a restart it begins anew; a lead that is scored twice has the same score twice.
 */
final class Resettling {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int MOST_AT_ONCE = 500;

    private final TaskSettings settings;
    private final LeadMemories memories;
    private final LeadResults results;
    private @Nullable OrganizationId current;
    private String reached = "";

    Resettling(
            ProcessorContext<String, LeadOutput> context,
            TaskSettings settings,
            LeadMemories memories,
            LeadResults results) {
        this.settings = settings;
        this.memories = memories;
        this.results = results;
        var _ = context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::goOn);
    }

    private void goOn(long nowMs) {
        if (settings.adoptChanges()) {
            // What is at hand was computed by other settings.
            memories.forgetWhatIsAtHand();
            current = null;
        }
        settings.unsettled().ifPresent(organization -> scoreSome(organization, nowMs));
    }

    private void scoreSome(OrganizationId organization, long nowMs) {
        if (!organization.equals(current)) {
            current = organization;
            reached = "";
        }
        var some = memories.leadsBehind(organization, reached, MOST_AT_ONCE);
        for (var lead : some) {
            reached = lead.key();
            var memory = lead.remembered().memory();
            if (memory.atHand().touches().isEmpty()) {
                // Corrections that wait for their reply; no lead yet.
                continue;
            }
            var next = lead.remembered().next(memory);
            memories.put(lead.key(), next);
            results.sendScore(lead.key(), organization, lead.leadEmail(), next, nowMs);
        }
        if (some.size() < MOST_AT_ONCE) {
            settings.settled(organization);
            current = null;
        }
    }
}
