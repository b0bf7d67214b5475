package io.salesbrain.query.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did.
 *
 * @param replayed deliveries of which events were taken now
 * @param accepted events those gave
 * @param rejected deliveries that are still rejected, wholly or in part; they stay open
 * @param skipped deliveries that were not tried
 * @param goesOnAt where the next replay of all goes on, when the time was up before the end
 */
public record ReplayReport(
        int replayed, int accepted, int rejected, int skipped, List<Item> items, Optional<Long> goesOnAt) {
    private static final int MAX_ITEMS = 1_000;

    public ReplayReport {
        items = List.copyOf(items);
    }

    /** What came of one delivery. */
    public enum Outcome {
        ACCEPTED,
        REJECTED,
        ALREADY_REPLAYED,
        TOO_LITTLE_KEPT,
        NOT_FOUND;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param reason why it is still rejected; null for the other outcomes */
    @Says("What came of one delivery.")
    public record Item(
            @Says("Which one.") String quarantineId,

            @Says("What came of it.")
            @Bounds(oneOf = {"accepted", "rejected", "already_replayed", "too_little_kept", "not_found"})
            String outcome,

            @Says("Why it is still rejected; left out for the other outcomes.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            QuarantineReason reason) {}

    /** Adds up one report. What was tried comes first in it: that is what somebody wants to see of very many. */
    static final class Sum {
        private final List<Item> tried = new ArrayList<>();
        private final List<Item> untried = new ArrayList<>();
        private int replayed;
        private int accepted;
        private int rejected;
        private int skipped;

        void accepted(String id, int events, int partsRejected) {
            replayed++;
            accepted += events;
            rejected += partsRejected > 0 ? 1 : 0;
            add(tried, id, Outcome.ACCEPTED, null);
        }

        void rejected(String id, QuarantineReason reason) {
            rejected++;
            add(tried, id, Outcome.REJECTED, reason);
        }

        void skipped(String id, Outcome why) {
            skipped++;
            add(untried, id, why, null);
        }

        private static void add(List<Item> items, String id, Outcome outcome, @Nullable QuarantineReason reason) {
            if (items.size() < MAX_ITEMS) {
                items.add(new Item(id, outcome.code(), reason));
            }
        }

        ReplayReport report(Optional<Long> goesOnAt) {
            var items = new ArrayList<>(tried);
            items.addAll(untried.subList(0, Math.min(untried.size(), MAX_ITEMS - tried.size())));
            return new ReplayReport(replayed, accepted, rejected, skipped, items, goesOnAt);
        }
    }
}
