package io.salesbrain.query.readmodel;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertDecision;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what people said of it.
 *
 * @param decision null while nobody has said anything
 */
public record AlertItem(Alert alert, @Nullable AlertDecision decision) {
    /** Where a list goes on; the newest come first. */
    public record Place(Instant openedAt, String alertId) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::openedAt).reversed().thenComparing(Place::alertId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    public Place place() {
        return new Place(alert.openedAt(), alert.alertId());
    }

    public AlertState state(Instant now) {
        if (alert.isResolved()) {
            return AlertState.RESOLVED;
        }
        if (isMuted(now)) {
            return AlertState.MUTED;
        }
        return acknowledgedAt() == null ? AlertState.OPEN : AlertState.ACKNOWLEDGED;
    }

    public boolean isMuted(Instant now) {
        var until = mutedUntil();
        return until != null && until.isAfter(now);
    }

    public @Nullable Instant acknowledgedAt() {
        return decision == null ? null : decision.acknowledgedAt();
    }

    public @Nullable Instant mutedUntil() {
        return decision == null ? null : decision.mutedUntil();
    }
}
