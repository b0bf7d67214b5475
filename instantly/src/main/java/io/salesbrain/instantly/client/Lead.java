package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead in a campaign or a list.
 *
 * @param lastStepAt when the last mail of the sequence went to it
 */
public record Lead(
        String id,
        String email,
        String campaign,
        Code<LeadStatus> status,
        Optional<Code<InterestStatus>> interest,
        Optional<Code<VerificationStatus>> verification,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> lastStepAt,
        JsonNode json) {
    static Lead of(JsonNode json) {
        var fields = new Fields(json);
        return new Lead(
                fields.text("id"),
                fields.text("email"),
                fields.text("campaign"),
                fields.code("status", LeadStatus.class),
                fields.optionalCode("lt_interest_status", InterestStatus.class),
                fields.optionalCode("verification_status", VerificationStatus.class),
                fields.time("timestamp_created"),
                fields.time("timestamp_updated"),
                fields.object("status_summary")
                        .object("lastStep")
                        .time("timestamp_executed")
                        .or(() -> fields.time("last_step_timestamp_executed")),
                json);
    }
}
