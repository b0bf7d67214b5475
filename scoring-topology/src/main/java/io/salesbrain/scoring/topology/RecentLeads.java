package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.History;
import io.salesbrain.scoring.lead.LeadFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leads a task has just worked on, so that the next event of one of them need not read its history from bytes and
 * compute again what was true before. The store has everything that is here.
 */
final class RecentLeads {
    private static final int MOST = 1_000;

    /**
     * @param remembered as it lies in the store
     * @param facts what was last computed, if anything
     * @param seen the history they were computed of; redundant touches may have been laid aside since
     */
    record Recent(
            Remembered remembered,
            @Nullable LeadFacts facts,
            @Nullable History seen) {
        /** The facts of this very history, if they are known. */
        @SuppressWarnings("ReferenceEquality") // Comparing what is in them would cost what this saves.
        Optional<LeadFacts> factsOf(History history) {
            return seen == history ? Optional.ofNullable(facts) : Optional.empty();
        }
    }

    private final Map<String, Recent> byKey = new LinkedHashMap<>(2 * MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recent> eldest) {
            return size() > MOST;
        }
    };

    Optional<Recent> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    void remove(String key) {
        byKey.remove(key);
    }

    void put(String key, Recent recent) {
        byKey.put(key, recent);
    }
}
