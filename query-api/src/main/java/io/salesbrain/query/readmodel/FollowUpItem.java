package io.salesbrain.query.readmodel;

import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpState;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up with what a person said of it, which outweighs everything.
 *
 * @param decision null while nobody has said anything
 */
public record FollowUpItem(FollowUp followUp, @Nullable FollowUpDecision decision) {
    /** Where a list goes on. */
    public record Place(Instant dueAt, String followUpId) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::dueAt).thenComparing(Place::followUpId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    public FollowUpState state() {
        return decision == null ? followUp.state() : decision.state();
    }

    public boolean isOpen() {
        return switch (state()) {
            case SCHEDULED, DUE -> true;
            case EXPIRED, CANCELLED, DONE, DISMISSED -> false;
        };
    }

    public Place place() {
        return new Place(followUp.dueAt(), followUp.followUpId());
    }
}
