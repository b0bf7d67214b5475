package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.KeyPermission;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What may be shown of a credential: neither the secret, which nobody has, nor its digest.
 *
 * @param name empty where none was given
 * @param hint how the secret begins; empty for credentials from before hints were kept
 * @param lastUsedAt as known in this process: its own uses at once, those of others within about a minute
 * @param permissions what an API key may do; a webhook secret opens the webhook only, whatever stands here
 * @param memberId whose of the team an API key is
 * @param expiresAt when it ends or ended by time, be it that it was given until then or that it has a successor
 */
public record CredentialInfo(
        String credentialId,
        OrganizationId organizationId,
        Scope scope,
        String name,
        String hint,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        CredentialStatus status,
        Set<KeyPermission> permissions,
        Optional<String> memberId) {}
