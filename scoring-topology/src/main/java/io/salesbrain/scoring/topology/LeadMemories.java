package io.salesbrain.scoring.topology;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.scoring.lead.Shelf;
import io.salesbrain.scoring.topology.RecentLeads.Recent;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a task remembers of its subjects: histories, what is laid aside of flooded ones, and the latest at hand. */
final class LeadMemories {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private final ProcessorContext<String, LeadOutput> context;
    private final KeyValueStore<String, Remembered> histories;
    private final ShelfStore shelves;
    private final RecentLeads recent = new RecentLeads();

    LeadMemories(ProcessorContext<String, LeadOutput> context, MemoryLimits limits) {
        this.context = context;
        this.histories = context.getStateStore(Stores.HISTORIES_BY_SUBJECT);
        this.shelves = new ShelfStore(context.getStateStore(Stores.SHELVED_BY_SUBJECT_AND_EVENT), limits.asideKept());
        var _ = context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, shelves::sweep);
    }

    Recent of(String subject) {
        return recent.get(subject).orElseGet(() -> stored(subject));
    }

    private Recent stored(String subject) {
        return new Recent(Optional.ofNullable(histories.get(subject)).orElse(Remembered.NOTHING), null, null);
    }

    Shelf shelf(OrganizationId organization, String subject) {
        return shelves.of(organization, subject, context.currentSystemTimeMs());
    }

    void put(String subject, Remembered remembered) {
        histories.put(subject, remembered);
    }

    /** For the next event of the same lead. */
    void keepAtHand(String subject, Recent latest) {
        recent.put(subject, latest);
    }
}
