package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;

/** A new organization with its secrets, which are shown in this answer and kept nowhere. */
public record CreatedOrganization(OrganizationId organizationId, String name, String apiKey, String webhookSecret) {
    @Override
    public String toString() {
        return "CreatedOrganization(" + organizationId + ", secrets hidden)";
    }
}
