package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry;
import io.salesbrain.events.DirectoryEntry.Organization;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about organizations, their credentials, workspaces and campaign assignments, in memory and following
 * the log. While the log cannot be reached it answers from what it read last.
 */
public final class Directory implements AutoCloseable {
    private final Optional<AdminKey> adminKey;
    private final Clock clock;
    private final CredentialBook credentials = new CredentialBook();
    private final OrganizationBook organizations = new OrganizationBook(credentials);
    private final WorkspaceBook workspaces = new WorkspaceBook();
    private final Map<String, OrganizationId> assignments = new ConcurrentHashMap<>();
    /** What each key of the log says now, so that a tombstone can undo it. */
    private final Map<String, DirectoryEntry> entries = new ConcurrentHashMap<>();

    private final TopicFollower<String, DirectoryEntry> follower;

    private Directory(LogConfig log, Optional<AdminKey> adminKey, Clock clock) {
        this.adminKey = adminKey;
        this.clock = clock;
        this.follower = TopicFollower.fromStart(log, Topics.DIRECTORY, (_, _, key, entry) -> apply(key, entry));
    }

    /** A directory for a role that has no admin. */
    public static Directory start(LogConfig log) {
        return new Directory(log, Optional.empty(), Clock.systemUTC());
    }

    public static Directory start(LogConfig log, AdminKey adminKey) {
        return start(log, adminKey, Clock.systemUTC());
    }

    /** @param clock by which credentials expire */
    public static Directory start(LogConfig log, AdminKey adminKey, Clock clock) {
        return new Directory(log, Optional.of(adminKey), clock);
    }

    /** Waits until all that was in the log at the start has been read; before that, credentials may be unknown. */
    public void awaitReady(Duration patience) throws InterruptedException {
        follower.awaitCaughtUp(patience);
    }

    public boolean isReady() {
        return follower.isCaughtUp();
    }

    /**
     * Whose secret this is; empty when it is nobody's, revoked or expired. Takes no lock and writes nothing but the time
     * of use in memory. Secrets are looked up by their SHA-256: what a lookup takes depends on a digest that nobody can
     * steer, so an attacker's clock learns nothing about a secret; the admin key's digest is compared in constant time.
     */
    public Optional<Principal> authenticate(String bearerToken) {
        var presented = SecretDigest.of(bearerToken);
        if (adminKey.isPresent() && adminKey.get().isOpenedBy(presented)) {
            return Optional.of(new Principal.Admin());
        }
        var held = credentials.find(presented);
        long nowMs = clock.millis();
        if (held == null || !isOpen(held, nowMs)) {
            return Optional.empty();
        }
        held.noteUse(nowMs);
        return Optional.of(held.principal());
    }

    /** Whether what was authenticated earlier would be so now: for answers that go on for long. */
    public boolean isStillValid(Principal principal) {
        return switch (principal) {
            case Principal.Admin() -> true;
            case Principal.OrganizationKey key -> isOpen(key.credentialId());
            case Principal.WebhookSecret secret -> isOpen(secret.credentialId());
        };
    }

    private boolean isOpen(String credentialId) {
        return credentials
                .find(credentialId)
                .filter(held -> isOpen(held, clock.millis()))
                .isPresent();
    }

    private boolean isOpen(HeldCredential held, long nowMs) {
        return held.isActive(nowMs) && organizations.contains(held.owner());
    }

    /** To whom an event of this campaign belongs that arrived with a credential of this organization. */
    public OrganizationId ownerOf(OrganizationId credentialOwner, String campaignId) {
        return assignments.getOrDefault(campaignId, credentialOwner);
    }

    /**
     * Whether a body from this organization names a workspace that is not its own: one outside its known set, or, while
     * nothing is known of it, one known to be another's. No workspace is never foreign.
     */
    public boolean isForeignWorkspace(OrganizationId sender, String workspace) {
        return workspaces.isForeign(sender, workspace);
    }

    /** All organizations by id. */
    public List<OrganizationInfo> list() {
        return organizations.all().stream()
                .map(this::info)
                .sorted(Comparator.comparing(OrganizationInfo::organizationId))
                .toList();
    }

    public Optional<OrganizationInfo> find(OrganizationId id) {
        return organizations.find(id).map(this::info);
    }

    /** The organization's credentials, the oldest first; those that ended long ago may be gone. */
    public List<CredentialInfo> credentials(OrganizationId id) {
        long nowMs = clock.millis();
        return credentials
                .of(id)
                .map(held -> credentials.info(held, nowMs))
                .sorted(Comparator.comparing(CredentialInfo::createdAt).thenComparing(CredentialInfo::credentialId))
                .toList();
    }

    public Optional<CredentialInfo> credential(OrganizationId id, String credentialId) {
        return credentials
                .find(credentialId)
                .filter(held -> held.owner().equals(id))
                .map(held -> credentials.info(held, clock.millis()));
    }

    /** Whether this very record is what made the organization, and not another that came first. */
    boolean stands(Organization claim) {
        return organizations.find(claim.organizationId()).equals(Optional.of(claim));
    }

    /** Whether the log has something under this key. */
    boolean hasEntry(String key) {
        return entries.containsKey(key);
    }

    CredentialBook credentialBook() {
        return credentials;
    }

    void awaitOffset(int partition, long offset, Duration patience) throws InterruptedException {
        follower.awaitOffset(partition, offset, patience);
    }

    /** Runs on the follower's thread only. */
    private void apply(String key, @Nullable DirectoryEntry entry) {
        if (entry != null) {
            entries.put(key, entry);
            take(entry);
        } else {
            var gone = entries.remove(key);
            if (gone != null) {
                undo(gone);
            }
        }
    }

    private void take(DirectoryEntry entry) {
        switch (entry) {
            case Organization organization -> organizations.claim(organization);
            case DirectoryEntry.IssuedCredential issued ->
                credentials.admit(issued.organizationId(), issued.credential());
            case DirectoryEntry.Revocation revocation -> credentials.revoke(revocation);
            case DirectoryEntry.Retirement retirement -> credentials.retire(retirement);
            case DirectoryEntry.KnownWorkspaces known -> workspaces.set(known);
            case DirectoryEntry.Assignment assignment ->
                assignments.put(assignment.campaignId(), assignment.organizationId());
        }
    }

    private void undo(DirectoryEntry entry) {
        switch (entry) {
            case Organization organization -> organizations.withdraw(organization);
            case DirectoryEntry.IssuedCredential issued ->
                credentials.dismiss(issued.credential().credentialId());
            case DirectoryEntry.Revocation revocation -> credentials.forget(revocation);
            case DirectoryEntry.Retirement retirement -> credentials.forget(retirement);
            case DirectoryEntry.KnownWorkspaces known -> workspaces.forget(known.organizationId());
            case DirectoryEntry.Assignment assignment -> assignments.remove(assignment.campaignId());
        }
    }

    private OrganizationInfo info(Organization organization) {
        var id = organization.organizationId();
        return new OrganizationInfo(id, organization.name(), organization.createdAt(), workspaces.of(id));
    }

    @Override
    public void close() {
        follower.close();
    }
}
