package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about organizations, their credentials and campaign assignments, in memory and following the log.
 * While the log cannot be reached it answers from what it read last.
 */
public final class Directory implements AutoCloseable {
    private final Optional<AdminKey> adminKey;
    private final Map<OrganizationId, DirectoryEntry.Organization> organizations = new ConcurrentHashMap<>();
    private final Map<SecretDigest, Principal> principals = new ConcurrentHashMap<>();
    private final Map<String, OrganizationId> assignments = new ConcurrentHashMap<>();
    private final TopicFollower<String, DirectoryEntry> follower;

    private Directory(LogConfig log, Optional<AdminKey> adminKey) {
        this.adminKey = adminKey;
        this.follower = TopicFollower.fromStart(log, Topics.DIRECTORY, (_, _, key, entry) -> apply(key, entry));
    }

    /** A directory for a role that has no admin. */
    public static Directory start(LogConfig log) {
        return new Directory(log, Optional.empty());
    }

    public static Directory start(LogConfig log, AdminKey adminKey) {
        return new Directory(log, Optional.of(adminKey));
    }

    /** Waits until all that was in the log at the start has been read; before that, credentials may be unknown. */
    public void awaitReady(Duration patience) throws InterruptedException {
        follower.awaitCaughtUp(patience);
    }

    public boolean isReady() {
        return follower.isCaughtUp();
    }

    /** Whose secret this is; empty when it is nobody's. */
    public Optional<Principal> authenticate(String bearerToken) {
        var presented = SecretDigest.of(bearerToken);
        if (adminKey.isPresent() && adminKey.get().isOpenedBy(presented)) {
            return Optional.of(new Principal.Admin());
        }
        return Optional.ofNullable(principals.get(presented));
    }

    /** To whom an event of this campaign belongs that arrived with a credential of this organization. */
    public OrganizationId ownerOf(OrganizationId credentialOwner, String campaignId) {
        return assignments.getOrDefault(campaignId, credentialOwner);
    }

    /** All organizations by id. */
    public List<OrganizationInfo> list() {
        return organizations.values().stream()
                .map(Directory::info)
                .sorted(Comparator.comparing(OrganizationInfo::organizationId))
                .toList();
    }

    public Optional<OrganizationInfo> find(OrganizationId id) {
        return Optional.ofNullable(organizations.get(id)).map(Directory::info);
    }

    void awaitOffset(int partition, long offset, Duration patience) throws InterruptedException {
        follower.awaitOffset(partition, offset, patience);
    }

    /** Runs on the follower's thread only. */
    private void apply(String key, @Nullable DirectoryEntry entry) {
        switch (entry) {
            case null -> forget(key);
            case DirectoryEntry.Organization organization -> {
                var previous = organizations.put(organization.organizationId(), organization);
                // New ones first: a credential that stays must not fail for a moment.
                organization.credentials().forEach(credential -> admit(organization.organizationId(), credential));
                if (previous != null) {
                    previous.credentials().stream()
                            .filter(credential -> !organization.credentials().contains(credential))
                            .forEach(credential -> principals.remove(new SecretDigest(credential.sha256())));
                }
            }
            case DirectoryEntry.Assignment assignment ->
                assignments.put(assignment.campaignId(), assignment.organizationId());
        }
    }

    private void admit(OrganizationId owner, DirectoryEntry.Credential credential) {
        var principal = switch (credential.scope()) {
            case WEBHOOK -> new Principal.WebhookSecret(owner, credential.credentialId());
            case ORGANIZATION -> new Principal.OrganizationKey(owner, credential.credentialId());
        };
        principals.put(new SecretDigest(credential.sha256()), principal);
    }

    private void forget(String key) {
        organizations.values().stream()
                .filter(organization -> organization.key().equals(key))
                .findFirst()
                .ifPresent(gone -> {
                    organizations.remove(gone.organizationId());
                    gone.credentials().forEach(credential -> principals.remove(new SecretDigest(credential.sha256())));
                });
        assignments.keySet().removeIf(campaignId -> key.equals("assignment/" + campaignId));
    }

    private static OrganizationInfo info(DirectoryEntry.Organization organization) {
        return new OrganizationInfo(organization.organizationId(), organization.name(), organization.createdAt());
    }

    @Override
    public void close() {
        follower.close();
    }
}
