package io.salesbrain.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.Json;
import io.salesbrain.events.QuarantineReason;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the sender is told: a status, JSON, and when to come again where that helps. */
public record Answer(int status, String json, OptionalInt retryAfterSeconds) {
    private record Accepted(
            int accepted,
            int quarantined,
            List<Reason> reasons,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int reasonsOmitted) {}

    record Reason(int index, String code, String message) {
        static Reason of(int index, QuarantineReason reason) {
            return new Reason(index, reason.code(), reason.message());
        }
    }

    private record Refused(Problem error) {
        record Problem(
                String code,
                String message,
                @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> details) {}
    }

    /** @param reasonsOmitted how many more reasons there are than listed; left out where 0 */
    static Answer accepted(int accepted, int quarantined, List<Reason> reasons, int reasonsOmitted) {
        return new Answer(
                202, Json.write(new Accepted(accepted, quarantined, reasons, reasonsOmitted)), OptionalInt.empty());
    }

    /** With the numbers of what had been taken before, if anything can have been. */
    static Answer refused(RefusedException refused) {
        var refusal = refused.refusal();
        var error = new Refused.Problem(refusal.code(), refusal.message(), refused.taken());
        return new Answer(refusal.status(), Json.write(new Refused(error)), refused.retryAfterSeconds());
    }
}
