package io.salesbrain.scoring.topology;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.events.ScoreSettingsBook;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The score settings by which a task works. They change between two events only, and the store says by which of them all
 * leads of an organization have been scored: whoever was not yet, also because the task stood still meanwhile, is to be
 * scored anew.
 */
final class TaskSettings {
    private final ScoreSettingsBook book;
    private final KeyValueStore<String, ScoreSettings> scoredBy;
    private final Map<OrganizationId, ScoreSettings> now = new HashMap<>();
    private final Queue<OrganizationId> toBeScored = new ArrayDeque<>();
    private long seenChanges = -1;

    TaskSettings(ScoreSettingsBook book, KeyValueStore<String, ScoreSettings> scoredBy) {
        this.book = book;
        this.scoredBy = scoredBy;
        var _ = adoptChanges();
    }

    ScoreSettings of(OrganizationId organization) {
        return now.getOrDefault(organization, ScoreSettings.DEFAULT);
    }

    /** Whether anything is new. */
    boolean adoptChanges() {
        // Read first: what comes in between is new the next time.
        long changes = book.changes();
        if (changes == seenChanges) {
            return false;
        }
        seenChanges = changes;
        var wanted = new HashMap<OrganizationId, ScoreSettings>();
        try (KeyValueIterator<String, ScoreSettings> stored = scoredBy.all()) {
            while (stored.hasNext()) {
                KeyValue<String, ScoreSettings> each = stored.next();
                var organization = new OrganizationId(each.key);
                wanted.put(organization, book.of(organization));
            }
        }
        book.all().forEach((organization, own) -> wanted.put(organization, own.settings()));
        now.clear();
        now.putAll(wanted);
        toBeScored.clear();
        wanted.keySet().stream()
                .filter(organization -> !of(organization).scoresAs(scoredBy(organization)))
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .forEach(toBeScored::add);
        return true;
    }

    private ScoreSettings scoredBy(OrganizationId organization) {
        return Optional.ofNullable(scoredBy.get(organization.value())).orElse(ScoreSettings.DEFAULT);
    }

    /** One of which not all leads are scored by its settings yet. */
    Optional<OrganizationId> unsettled() {
        return Optional.ofNullable(toBeScored.peek());
    }

    /** All its leads are scored by what holds now. */
    void settled(OrganizationId organization) {
        scoredBy.put(organization.value(), of(organization));
        toBeScored.remove(organization);
    }
}
