package io.salesbrain.tenancy;

import io.salesbrain.events.KeyPermission;
import io.salesbrain.events.OrganizationId;
import java.util.Optional;
import java.util.Set;

/** Who calls, as shown by the credential; nothing else in a request says so. */
public sealed interface Principal {
    /** The holder of the installation's admin key. */
    record Admin() implements Principal {}

    /**
     * The holder of an organization's API key.
     *
     * @param name what people call the key; may be empty
     * @param memberId whose of the team it is
     */
    record OrganizationKey(
            OrganizationId organizationId,
            String credentialId,
            String name,
            Set<KeyPermission> permissions,
            Optional<String> memberId)
            implements Principal {
        public OrganizationKey {
            permissions = Set.copyOf(permissions);
        }
    }

    /** A webhook of this organization: opens the webhook path only. */
    record WebhookSecret(OrganizationId organizationId, String credentialId) implements Principal {}
}
