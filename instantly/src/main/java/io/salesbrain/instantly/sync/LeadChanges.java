package io.salesbrain.instantly.sync;

import io.salesbrain.instantly.client.Lead;
import io.salesbrain.instantly.client.LeadStatus;
import io.salesbrain.instantly.client.VerificationStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What a lead's status means as an event. */
final class LeadChanges {
    private LeadChanges() {}

    /** A lead's last mail or entry does not move later, so this event is the same whenever it is told. */
    static Optional<SyntheticEvent> of(Lead lead, String campaignName, Instant seenAt) {
        boolean isInvalid = lead.verification()
                .filter(code -> code.is(VerificationStatus.INVALID))
                .isPresent();
        Optional<String> type = lead.status().is(LeadStatus.COMPLETED)
                ? Optional.of("lead_completed")
                : Optional.of("lead_error").filter(_ -> lead.status().is(LeadStatus.SKIPPED) || isInvalid);
        return type.filter(_ -> !lead.email().isEmpty()).map(name -> {
            var what = new LinkedHashMap<String, String>();
            what.put("lead_email", lead.email());
            what.put("campaign_id", lead.campaign());
            what.put("campaign_name", campaignName);
            var evidence = new LinkedHashMap<String, String>();
            evidence.put("source", "POST /api/v2/leads/list");
            evidence.put("lead_id", lead.id());
            evidence.put("status", lead.status().code() + " " + lead.status().label());
            lead.verification()
                    .ifPresent(code -> evidence.put("verification_status", code.code() + " " + code.label()));
            evidence.put("seen_at", seenAt.toString());
            var at = lead.lastStepAt().or(lead::createdAt).or(lead::updatedAt).orElse(seenAt);
            return new SyntheticEvent(name, at, what, evidence);
        });
    }
}
