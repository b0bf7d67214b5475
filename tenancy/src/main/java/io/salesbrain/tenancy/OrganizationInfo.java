package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;
import java.time.Instant;

/** What may be shown of an organization: nothing about its credentials. */
public record OrganizationInfo(OrganizationId organizationId, String name, Instant createdAt) {}
