package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry.Credential;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A credential in memory: what it opens, when it ends, and when it was last used here. */
final class HeldCredential {
    private static final long NEVER = Long.MIN_VALUE;
    /** A busy credential is noted this often, so that threads do not fight over one word of memory. */
    private static final long GRAIN_MS = 1_000;

    /** How a credential ends, as far as is known now. */
    record Ending(Optional<Instant> expiresAt, Optional<Instant> revokedAt) {
        static final Ending NONE = new Ending(Optional.empty(), Optional.empty());
    }

    private final OrganizationId owner;
    private final Credential credential;
    private final Principal principal;
    private final AtomicLong usedAtMs = new AtomicLong(NEVER);
    private volatile Ending ending = Ending.NONE;
    private volatile long endsAtMs = Long.MAX_VALUE;

    HeldCredential(OrganizationId owner, Credential credential) {
        this.owner = owner;
        this.credential = credential;
        this.principal = switch (credential.scope()) {
            case WEBHOOK -> new Principal.WebhookSecret(owner, credential.credentialId());
            case ORGANIZATION ->
                new Principal.OrganizationKey(
                        owner,
                        credential.credentialId(),
                        credential.name(),
                        credential.permissions(),
                        Optional.ofNullable(credential.memberId()));
        };
    }

    OrganizationId owner() {
        return owner;
    }

    Credential credential() {
        return credential;
    }

    Principal principal() {
        return principal;
    }

    SecretDigest digest() {
        return new SecretDigest(credential.sha256());
    }

    void endWith(Ending found) {
        ending = found;
        // A revocation is in force when it is read, whatever this machine's clock says.
        endsAtMs = found.revokedAt().isPresent()
                ? Long.MIN_VALUE
                : found.expiresAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    boolean isActive(long nowMs) {
        return nowMs < endsAtMs;
    }

    /** Cheap enough for every request: at most one write to memory a second, and never a wait. */
    void noteUse(long nowMs) {
        long noted = usedAtMs.getPlain();
        if (noted == NEVER || nowMs - noted >= GRAIN_MS) {
            usedAtMs.setRelease(nowMs);
        }
    }

    /** When it was last used in this process. */
    Optional<Instant> usedAt() {
        long noted = usedAtMs.getAcquire();
        return noted == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(noted));
    }

    /** When it ceased to open anything; empty while it is active. */
    Optional<Instant> endedAt(long nowMs) {
        var found = ending;
        return found.revokedAt().or(found::expiresAt).filter(_ -> !isActive(nowMs));
    }

    CredentialInfo info(long nowMs, Optional<Instant> lastUsedAt) {
        var found = ending;
        CredentialStatus status;
        if (found.revokedAt().isPresent()) {
            status = CredentialStatus.REVOKED;
        } else {
            status = isActive(nowMs) ? CredentialStatus.ACTIVE : CredentialStatus.EXPIRED;
        }
        return new CredentialInfo(
                credential.credentialId(),
                owner,
                credential.scope(),
                credential.name(),
                credential.hint(),
                credential.createdAt(),
                lastUsedAt,
                found.expiresAt(),
                found.revokedAt(),
                status,
                credential.permissions(),
                Optional.ofNullable(credential.memberId()));
    }
}
