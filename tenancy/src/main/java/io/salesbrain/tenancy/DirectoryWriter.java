package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Changes the directory. Every method returns after the log has the change and the directory has read it, so that the
 * next question already sees it; other processes see it as soon as they have read the log. One lock keeps check and
 * write together within this process. Other processes may write in the same instant: as nothing is ever read, changed
 * and written back, they cannot undo each other's changes, and of two that create the same organization the first in
 * the log wins and the other is told so.
 */
public final class DirectoryWriter {
    /** How many credentials of one scope an organization can have active at a time. */
    public static final int MAX_ACTIVE = 20;

    public static final int MAX_CREDENTIAL_NAME = 100;
    public static final Duration MAX_OVERLAP = Duration.ofDays(7);
    public static final int MAX_WORKSPACES = 200;
    public static final int MAX_WORKSPACE_LENGTH = 256;

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_CAMPAIGN_ID_LENGTH = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Directory directory;
    private final LogWriter log;
    private final Clock clock;
    private final CredentialIssuer issuer;
    private final ReentrantLock lock = new ReentrantLock();

    public DirectoryWriter(Directory directory, LogWriter log, Clock clock) {
        this.directory = directory;
        this.log = log;
        this.clock = clock;
        this.issuer = new CredentialIssuer(directory, log, this::write, this::now);
    }

    /**
     * Creates an organization with one credential of each scope. When the log fails half way, the organization may be
     * there without them; they are then added like any others.
     *
     * @throws AlreadyExists when the id is taken, be it in this very instant by another process
     */
    public CreatedOrganization createOrganization(OrganizationId id, String name) throws InterruptedException {
        var shownName = name.strip();
        if (shownName.isEmpty() || shownName.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("an organization's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        return alone(() -> {
            if (directory.find(id).isPresent()) {
                throw new AlreadyExists(id);
            }
            var claim = new DirectoryEntry.Organization(
                    id, shownName, now(), List.of(), UUID.randomUUID().toString());
            write(claim);
            if (!directory.stands(claim)) {
                // It counts for nothing already; this only tidies up.
                var _ = log.append(Topics.DIRECTORY, claim.key(), null);
                throw new AlreadyExists(id);
            }
            var apiKey = issuer.issue(id, Scope.ORGANIZATION, Grant.UNLIMITED);
            var webhookSecret = issuer.issue(id, Scope.WEBHOOK, Grant.UNLIMITED);
            return new CreatedOrganization(id, shownName, apiKey.secret(), webhookSecret.secret());
        });
    }

    /**
     * Adds a credential besides those there are.
     *
     * @throws UnknownOrganization when there is no such organization
     * @throws CredentialConflict when the organization has as many active ones of this scope as it may
     * @throws PastExpiry when it would end before it begins
     */
    public CreatedCredential addCredential(OrganizationId id, Scope scope, Grant grant) throws InterruptedException {
        return alone(() -> {
            requireOrganization(id);
            issuer.requireRoom(id, scope, 1);
            return issuer.issue(id, scope, grant);
        });
    }

    /**
     * Ends a credential for good; also the organization's last one. Repeating it changes nothing.
     *
     * @throws UnknownOrganization when there is no such organization
     * @throws UnknownCredential when the organization has no such credential
     */
    public void revokeCredential(OrganizationId id, String credentialId) throws InterruptedException {
        alone(() -> {
            if (requireCredential(id, credentialId).revokedAt().isEmpty()) {
                write(new DirectoryEntry.Revocation(credentialId, id, now()));
            }
            return credentialId;
        });
    }

    /**
     * Gives a credential a successor of the same scope and with the same grant, its end included. Both open the same until the overlap is
     * over; an earlier end of the old one stays.
     *
     * @throws UnknownOrganization when there is no such organization
     * @throws UnknownCredential when the organization has no such credential
     * @throws CredentialConflict when the old one has ended already, or there would be too many
     */
    public RotatedCredential rotateCredential(OrganizationId id, String credentialId, Duration overlap)
            throws InterruptedException {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw new IllegalArgumentException("an overlap lasts 0 to " + MAX_OVERLAP.toHours() + " hours");
        }
        return alone(() -> {
            var old = requireCredential(id, credentialId);
            if (old.status() != CredentialStatus.ACTIVE) {
                throw CredentialConflict.ended(old);
            }
            issuer.requireRoom(id, old.scope(), overlap.isZero() ? 0 : 1);
            var successor = issuer.succeed(id, credentialId);
            // In this order: whatever fails in between, one of the two is there.
            write(new DirectoryEntry.Retirement(
                    credentialId, id, successor.credential().credentialId(), now().plus(overlap)));
            return new RotatedCredential(successor, requireCredential(id, credentialId));
        });
    }

    /**
     * Says which workspaces are the organization's own; replaces what was said before, and empty means that nothing is
     * known.
     *
     * @throws UnknownOrganization when there is no such organization
     */
    public void setWorkspaces(OrganizationId id, Collection<String> workspaces) throws InterruptedException {
        var distinct = workspaces.stream().distinct().sorted().toList();
        if (distinct.size() > MAX_WORKSPACES) {
            throw new IllegalArgumentException("an organization has at most " + MAX_WORKSPACES + " known workspaces");
        }
        if (distinct.stream().anyMatch(workspace -> workspace.isEmpty() || workspace.length() > MAX_WORKSPACE_LENGTH)) {
            throw new IllegalArgumentException("a workspace has 1 to " + MAX_WORKSPACE_LENGTH + " characters");
        }
        alone(() -> {
            requireOrganization(id);
            write(new DirectoryEntry.KnownWorkspaces(id, distinct, now()));
            return distinct;
        });
    }

    /**
     * From now on, arriving events of this campaign belong to this organization; earlier ones stay where they are.
     *
     * @throws UnknownOrganization when there is no such organization
     */
    public void assignCampaign(String campaignId, OrganizationId organizationId) throws InterruptedException {
        if (campaignId.isEmpty() || campaignId.length() > MAX_CAMPAIGN_ID_LENGTH) {
            throw new IllegalArgumentException("a campaign_id has 1 to " + MAX_CAMPAIGN_ID_LENGTH + " characters");
        }
        alone(() -> {
            requireOrganization(organizationId);
            write(new DirectoryEntry.Assignment(campaignId, organizationId, now()));
            return campaignId;
        });
    }

    private interface Change<T> {
        T make() throws InterruptedException;
    }

    private <T> T alone(Change<T> change) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return change.make();
        } finally {
            lock.unlock();
        }
    }

    private void requireOrganization(OrganizationId id) {
        if (directory.find(id).isEmpty()) {
            throw new UnknownOrganization(id);
        }
    }

    private CredentialInfo requireCredential(OrganizationId id, String credentialId) {
        requireOrganization(id);
        return directory.credential(id, credentialId).orElseThrow(() -> new UnknownCredential(id, credentialId));
    }

    private void write(DirectoryEntry entry) throws InterruptedException {
        var place = log.appendAndWait(Topics.DIRECTORY, entry.key(), entry);
        directory.awaitOffset(place.partition(), place.offset(), PATIENCE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
