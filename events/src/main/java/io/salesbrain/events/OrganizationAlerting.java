package io.salesbrain.events;

import java.time.Instant;

/** From when on an organization wants to be warned. */
public record OrganizationAlerting(OrganizationId organizationId, AlertSettings settings, Instant changedAt) {
    public String key() {
        return organizationId.value();
    }
}
