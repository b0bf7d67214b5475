package io.salesbrain.simulator.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One try to send an event, or, without an answer and a time, one that was never made. {@code payload} is the JSON as it was meant, even if
 * it broke on the way.
 *
 * @param retryGroup what the tries of one telling have in common, once there is or will be more than one
 * @param retrySuccessful how it ended for the group, once a retry decided it
 */
public record JournalEntry(
        UUID id,
        Instant created,
        String url,
        String payload,
        String leadEmail,
        OptionalInt status,
        Optional<String> error,
        OptionalLong responseTimeMs,
        int retryCount,
        Optional<Instant> nextRetry,
        Optional<UUID> retryGroup,
        Optional<Boolean> retrySuccessful) {
    public boolean successful() {
        return error.isEmpty();
    }

    JournalEntry withoutNextRetry() {
        return settled(Optional.empty(), retrySuccessful);
    }

    JournalEntry decided(boolean success) {
        return settled(Optional.empty(), Optional.of(success));
    }

    private JournalEntry settled(Optional<Instant> next, Optional<Boolean> success) {
        return new JournalEntry(
                id,
                created,
                url,
                payload,
                leadEmail,
                status,
                error,
                responseTimeMs,
                retryCount,
                next,
                retryGroup,
                success);
    }
}
