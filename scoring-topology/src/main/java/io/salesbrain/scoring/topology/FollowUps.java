package io.salesbrain.scoring.topology;

import io.salesbrain.events.FollowUpState;
import io.salesbrain.scoring.lead.PlannedFollowUp;
import io.salesbrain.scoring.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the timers keep of a lead.
 *
 * @param profile from all its deliveries
 * @param timed its follow-ups as they were last sent on
 */
record FollowUps(Profile profile, List<Timed> timed) {
    static final FollowUps NONE = new FollowUps(Profile.UNKNOWN, List.of());

    /**
     * @param told the state that was sent on
     * @param firedAtMs when it became due; 0 while it never did
     * @param withdrawn the history has it no more; kept because it was due once and must not be again
     */
    record Timed(PlannedFollowUp planned, FollowUpState told, long firedAtMs, boolean withdrawn) {
        /** When the clock makes another state of it. */
        OptionalLong changesAtMs() {
            if (withdrawn) {
                return OptionalLong.empty();
            }
            return switch (told) {
                case SCHEDULED -> OptionalLong.of(planned.dueAtMs());
                case DUE -> OptionalLong.of(planned.expiresAtMs());
                case EXPIRED, CANCELLED, DONE, DISMISSED -> OptionalLong.empty();
            };
        }
    }

    FollowUps {
        timed = List.copyOf(timed);
    }

    boolean isEmpty() {
        return timed.isEmpty() && profile.words().isEmpty();
    }

    /** The one that takes the same place: of the same campaign, or after an absence. */
    Optional<Timed> inPlaceOf(PlannedFollowUp planned) {
        return timed.stream()
                .filter(each -> planned.isInPlaceOf(each.planned()))
                .findFirst();
    }

    /** When the clock next changes anything. */
    OptionalLong wakeAtMs() {
        return timed.stream()
                .map(Timed::changesAtMs)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }
}
