package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry.Credential;
import io.salesbrain.events.DirectoryEntry.Organization;
import io.salesbrain.events.OrganizationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The organizations. Of several claims to one id that two processes wrote in the same instant, the first in the log
 * stands, in every process and after every restart. One thread writes what the log says, any thread reads.
 */
final class OrganizationBook {
    private final Map<OrganizationId, Organization> standing = new ConcurrentHashMap<>();
    /** In the order of the log; for the writing thread only. */
    private final Map<OrganizationId, SequencedMap<String, Organization>> claims = new HashMap<>();

    private final CredentialBook credentials;

    OrganizationBook(CredentialBook credentials) {
        this.credentials = credentials;
    }

    void claim(Organization organization) {
        var id = organization.organizationId();
        claims.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put(organization.key(), organization);
        settle(id);
    }

    void withdraw(Organization organization) {
        var id = organization.organizationId();
        var left = claims.getOrDefault(id, new LinkedHashMap<>());
        left.remove(organization.key());
        if (left.isEmpty()) {
            claims.remove(id);
        }
        settle(id);
    }

    private void settle(OrganizationId id) {
        var left = claims.get(id);
        var first = left == null ? null : left.firstEntry().getValue();
        var previous = first == null ? standing.remove(id) : standing.put(id, first);
        if (!Objects.equals(previous, first)) {
            exchangeEmbedded(id, embedded(previous), embedded(first));
        }
    }

    /** Records from before credentials were entries of their own bring theirs along. */
    private void exchangeEmbedded(OrganizationId id, List<Credential> before, List<Credential> after) {
        // New ones first: a credential that stays must not fail for a moment.
        after.stream()
                .filter(credential -> !before.contains(credential))
                .forEach(credential -> credentials.admit(id, credential));
        before.stream()
                .filter(credential -> !after.contains(credential))
                .forEach(credential -> credentials.dismiss(credential.credentialId()));
    }

    private static List<Credential> embedded(@Nullable Organization organization) {
        return organization == null ? List.of() : organization.credentials();
    }

    boolean contains(OrganizationId id) {
        return standing.containsKey(id);
    }

    Optional<Organization> find(OrganizationId id) {
        return Optional.ofNullable(standing.get(id));
    }

    Collection<Organization> all() {
        return standing.values();
    }
}
