package io.salesbrain.events;

import java.time.Instant;

/** How an organization wants its leads scored. */
public record OrganizationScoring(OrganizationId organizationId, ScoreSettings settings, Instant changedAt) {
    public String key() {
        return organizationId.value();
    }
}
