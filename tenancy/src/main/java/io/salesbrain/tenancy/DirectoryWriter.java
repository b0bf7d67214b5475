package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry;
import io.salesbrain.events.DirectoryEntry.Credential;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Changes the directory. Every method returns after the log has the change and the directory has read it, so that the
 * next question already sees it. One lock keeps check and write together within this process; two processes that
 * create the same organization in the same instant are not kept apart, the later record wins whole.
 */
public final class DirectoryWriter {
    private static final int SECRET_BYTES = 32;
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_CAMPAIGN_ID_LENGTH = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Directory directory;
    private final LogWriter log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();

    public DirectoryWriter(Directory directory, LogWriter log, Clock clock) {
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** @throws AlreadyExists when the id is taken */
    public CreatedOrganization createOrganization(OrganizationId id, String name) throws InterruptedException {
        var shownName = name.strip();
        if (shownName.isEmpty() || shownName.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("an organization's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        lock.lockInterruptibly();
        try {
            if (directory.find(id).isPresent()) {
                throw new AlreadyExists(id);
            }
            var apiKey = secret("sbk_");
            var webhookSecret = secret("sbw_");
            var now = now();
            write(new DirectoryEntry.Organization(
                    id,
                    shownName,
                    now,
                    List.of(
                            credential(Scope.ORGANIZATION, apiKey, now),
                            credential(Scope.WEBHOOK, webhookSecret, now))));
            return new CreatedOrganization(id, shownName, apiKey, webhookSecret);
        } finally {
            lock.unlock();
        }
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
        lock.lockInterruptibly();
        try {
            if (directory.find(organizationId).isEmpty()) {
                throw new UnknownOrganization(organizationId);
            }
            write(new DirectoryEntry.Assignment(campaignId, organizationId, now()));
        } finally {
            lock.unlock();
        }
    }

    private void write(DirectoryEntry entry) throws InterruptedException {
        var place = log.appendAndWait(Topics.DIRECTORY, entry.key(), entry);
        directory.awaitOffset(place.partition(), place.offset(), PATIENCE);
    }

    private static Credential credential(Scope scope, String secret, Instant now) {
        return new Credential(
                UUID.randomUUID().toString(), scope, SecretDigest.of(secret).hex(), now);
    }

    private String secret(String prefix) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
