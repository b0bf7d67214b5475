package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;

/** Who calls, as shown by the credential; nothing else in a request says so. */
public sealed interface Principal {
    /** The holder of the installation's admin key. */
    record Admin() implements Principal {}

    /** The holder of an organization's API key. */
    record OrganizationKey(OrganizationId organizationId, String credentialId) implements Principal {}

    /** A webhook of this organization: opens the webhook path only. */
    record WebhookSecret(OrganizationId organizationId, String credentialId) implements Principal {}
}
