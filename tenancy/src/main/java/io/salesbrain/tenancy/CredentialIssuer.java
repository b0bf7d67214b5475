package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry;
import io.salesbrain.events.DirectoryEntry.Credential;
import io.salesbrain.events.DirectoryEntry.IssuedCredential;
import io.salesbrain.events.DirectoryEntry.Retirement;
import io.salesbrain.events.DirectoryEntry.Revocation;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes credentials, and keeps their number within limits. The directory's writer calls it, one change at a time. */
final class CredentialIssuer {
    /** Credentials that have ended stay listed, the latest so many of each scope. */
    static final int MAX_ENDED = 50;

    /** Puts an entry into the log and waits until the directory has read it. */
    interface Write {
        void entry(DirectoryEntry entry) throws InterruptedException;
    }

    private final Directory directory;
    private final LogWriter log;
    private final Write write;
    private final Supplier<Instant> now;
    private final SecretFactory secrets = new SecretFactory();

    CredentialIssuer(Directory directory, LogWriter log, Write write, Supplier<Instant> now) {
        this.directory = directory;
        this.log = log;
        this.write = write;
        this.now = now;
    }

    /** @throws CredentialConflict when so many more would be too many */
    void requireRoom(OrganizationId id, Scope scope, int more) {
        long active = directory.credentials(id).stream()
                .filter(info -> info.scope() == scope && info.status() == CredentialStatus.ACTIVE)
                .count();
        if (active + more > DirectoryWriter.MAX_ACTIVE) {
            throw CredentialConflict.tooMany(id, scope, DirectoryWriter.MAX_ACTIVE);
        }
    }

    CreatedCredential issue(OrganizationId id, Scope scope, Grant grant) throws InterruptedException {
        var createdAt = now.get();
        var expiresAt = grant.expiresAt();
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(createdAt)) {
            throw new PastExpiry(expiresAt.get());
        }
        var secret = secrets.next(scope);
        var credential = new Credential(
                UUID.randomUUID().toString(),
                scope,
                SecretDigest.of(secret).hex(),
                createdAt,
                grant.name(),
                SecretFactory.hint(secret),
                expiresAt.orElse(null),
                grant.permissions(),
                grant.memberId().orElse(null));
        write.entry(new IssuedCredential(id, credential));
        forgetLongEnded(id, scope);
        var info = directory
                .credential(id, credential.credentialId())
                .orElseThrow(() -> new IllegalStateException("a credential was read and is not there"));
        return new CreatedCredential(info, secret);
    }

    /** What was granted for a time is not granted for longer by rotating it. */
    CreatedCredential succeed(OrganizationId id, String credentialId) throws InterruptedException {
        var old = directory
                .credentialBook()
                .find(credentialId)
                .orElseThrow(() -> new UnknownCredential(id, credentialId))
                .credential();
        var grant = new Grant(
                old.name(),
                Optional.ofNullable(old.expiresAt()),
                old.permissions(),
                Optional.ofNullable(old.memberId()));
        return issue(id, old.scope(), grant);
    }

    private void forgetLongEnded(OrganizationId id, Scope scope) {
        long nowMs = now.get().toEpochMilli();
        directory
                .credentialBook()
                .of(id)
                .filter(held -> held.credential().scope() == scope)
                .filter(held -> held.endedAt(nowMs).isPresent())
                .sorted(Comparator.comparing(
                        (HeldCredential held) -> held.endedAt(nowMs).orElse(Instant.MIN), Comparator.reverseOrder()))
                .skip(MAX_ENDED)
                .forEach(held -> forget(id, held));
    }

    /** The credential first: without it nothing is left that the loss of its revocation could open. */
    private void forget(OrganizationId id, HeldCredential held) {
        var issued = new IssuedCredential(id, held.credential());
        if (!directory.hasEntry(issued.key())) {
            // It came with an old record of its organization, and stays closed only by what is said of it.
            return;
        }
        var credentialId = held.credential().credentialId();
        tombstone(issued);
        tombstone(new Revocation(credentialId, id, Instant.EPOCH));
        for (var successor : directory.credentialBook().successors(credentialId)) {
            tombstone(new Retirement(credentialId, id, successor, Instant.EPOCH));
        }
        var _ = log.append(Topics.CREDENTIAL_USES, credentialId, null);
    }

    private void tombstone(DirectoryEntry entry) {
        var _ = log.append(Topics.DIRECTORY, entry.key(), null);
    }
}
