package io.salesbrain.scoring.topology;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Subject;
import io.salesbrain.scoring.lead.Shelf;
import io.salesbrain.scoring.topology.RecentLeads.Recent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a task remembers of its subjects: histories, what is laid aside of flooded ones, and the latest at hand. */
final class LeadMemories {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private static final char FIRST_BEHIND = '\u0000';

    /** In UTF-8 behind the first characters of all addresses. */
    private static final String BEHIND_ALL = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final ProcessorContext<String, LeadOutput> context;
    private final KeyValueStore<String, Remembered> histories;
    private final ShelfStore shelves;
    private RecentLeads recent = new RecentLeads();

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
        recent.remove(subject);
        histories.put(subject, remembered);
    }

    void forgetWhatIsAtHand() {
        recent = new RecentLeads();
    }

    /** @param key of all that is kept of the lead */
    record Known(String key, String leadEmail, Remembered remembered) {}

    /** The next leads of an organization in the order of their keys, at most so many. */
    List<Known> leadsBehind(OrganizationId organization, String key, int most) {
        var first = new Subject.Lead("").logKey(organization);
        var from = key.isEmpty() ? first : key + FIRST_BEHIND;
        var found = new ArrayList<Known>();
        try (KeyValueIterator<String, Remembered> stored = histories.range(from, first + BEHIND_ALL)) {
            while (found.size() < most && stored.hasNext()) {
                KeyValue<String, Remembered> each = stored.next();
                found.add(new Known(each.key, each.key.substring(first.length()), each.value));
            }
        }
        return found;
    }

    /** For the next event of the same lead. */
    void keepAtHand(String subject, Recent latest) {
        recent.put(subject, latest);
    }
}
