package io.salesbrain.events;

import java.time.Instant;
import java.util.List;

/** What an organization wants paused by itself; takes the place of what it wanted before. */
public record OrganizationRules(OrganizationId organizationId, List<PauseRule> rules, Instant changedAt) {
    public OrganizationRules {
        rules = List.copyOf(rules);
    }

    public String key() {
        return organizationId.value();
    }
}
