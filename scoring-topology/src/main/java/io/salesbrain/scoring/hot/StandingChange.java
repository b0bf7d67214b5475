package io.salesbrain.scoring.hot;

import io.salesbrain.events.LeadState;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead's new place in the order.
 *
 * @param happenedAtMs when what moved it happened, which may be long before it is worked off
 */
public record StandingChange(Standing standing, long happenedAtMs) {
    private static final long NOTHING_HAPPENED = Long.MIN_VALUE;

    /** The lead's organization counts differently now. */
    public static StandingChange resettled(LeadState state) {
        return new StandingChange(Standing.of(state), NOTHING_HAPPENED);
    }

    public boolean isResettled() {
        return happenedAtMs == NOTHING_HAPPENED;
    }

    /** Empty where the event changed nothing that matters here, as most sends do. */
    public static Optional<StandingChange> between(LeadState before, LeadState after, Instant happenedAt) {
        var standing = Standing.of(after);
        return standing.equals(Standing.of(before))
                ? Optional.empty()
                : Optional.of(new StandingChange(standing, happenedAt.toEpochMilli()));
    }
}
