package io.salesbrain.query.routes;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.QuarantineReplayed;
import io.salesbrain.events.Quarantined;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery that was set aside, as the API shows it. */
@Says("A delivery that was set aside.")
record QuarantinedView(
        @Says("Its id; begins with the time of its arrival.")
        String quarantineId,

        @Says("Whose secret it came with.") OrganizationId organizationId,

        @Says("Whether there is something left to be tried.") @Bounds(oneOf = {"open", "replayed"})
        String state,

        @Says("Why it was set aside.") QuarantineReason reason,
        @Says("The same in a sentence.") String message,
        @Says("What was wrong in this very one.") String detail,

        @Says("Its place in the request: array element or line, from 0.")
        int index,

        @Says("When it came.") Instant receivedAt,

        @Says("What came of its last replay; null while there was none that gave an event.") @Nullable
        Replayed replay,

        @Says("Of all its bytes.") long sizeBytes,
        @Says("Of all its bytes, in hex.") String sha256,
        @Says("The request's headers without credentials.") Map<String, String> headers,

        @Says("The bytes as sent, in Base64; the first 64 KiB where there were too many.")
        String rawBase64) {

    @Says("What came of a replay.")
    record Replayed(
            @Says("When it was.") Instant at,
            @Says("Events it gave.") int accepted,
            @Says("Parts that are still rejected.") int rejected) {}

    static QuarantinedView of(Quarantined record, Optional<QuarantineReplayed> replay) {
        return new QuarantinedView(
                record.quarantineId(),
                record.organizationId(),
                replay.filter(QuarantineReplayed::isComplete).isPresent() ? "replayed" : "open",
                record.reason(),
                record.reason().message(),
                record.detail(),
                record.index(),
                record.receivedAt(),
                replay.map(last -> new Replayed(last.at(), last.accepted(), last.rejected()))
                        .orElse(null),
                record.sizeBytes(),
                record.sha256(),
                record.headers(),
                record.rawBase64());
    }
}
