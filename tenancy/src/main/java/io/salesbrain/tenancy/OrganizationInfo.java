package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.List;

/**
 * What may be shown of an organization: nothing about its credentials.
 *
 * @param workspaces those known to be its own, sorted; empty while none was named
 */
public record OrganizationInfo(OrganizationId organizationId, String name, Instant createdAt, List<String> workspaces) {
    public OrganizationInfo {
        workspaces = List.copyOf(workspaces);
    }
}
