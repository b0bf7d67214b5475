package io.salesbrain.tenancy;

import io.salesbrain.events.CredentialUse;
import io.salesbrain.events.DirectoryEntry.Credential;
import io.salesbrain.events.DirectoryEntry.Retirement;
import io.salesbrain.events.DirectoryEntry.Revocation;
import io.salesbrain.events.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All credentials and what ended them. One thread writes what the log says, any thread reads, nobody waits. What ends a
 * credential is kept apart from it, because compaction may bring the two in either order.
 */
final class CredentialBook {
    private final Map<String, HeldCredential> byId = new ConcurrentHashMap<>();
    private final Map<SecretDigest, HeldCredential> byDigest = new ConcurrentHashMap<>();
    private final Map<String, Instant> revocations = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Instant>> retirements = new ConcurrentHashMap<>();
    private final Map<String, Instant> loggedUses = new ConcurrentHashMap<>();

    @Nullable
    HeldCredential find(SecretDigest digest) {
        return byDigest.get(digest);
    }

    Optional<HeldCredential> find(String credentialId) {
        return Optional.ofNullable(byId.get(credentialId));
    }

    void admit(OrganizationId owner, Credential credential) {
        var held = new HeldCredential(owner, credential);
        held.endWith(ending(held));
        byId.put(credential.credentialId(), held);
        // Last: by now it is known whether it is over.
        byDigest.put(held.digest(), held);
    }

    void dismiss(String credentialId) {
        var gone = byId.remove(credentialId);
        if (gone != null) {
            byDigest.remove(gone.digest());
            loggedUses.remove(credentialId);
        }
    }

    void revoke(Revocation revocation) {
        revocations.put(revocation.credentialId(), revocation.revokedAt());
        refresh(revocation.credentialId());
    }

    void forget(Revocation revocation) {
        revocations.remove(revocation.credentialId());
        refresh(revocation.credentialId());
    }

    void retire(Retirement retirement) {
        retirements
                .computeIfAbsent(retirement.credentialId(), _ -> new ConcurrentHashMap<>())
                .put(retirement.successorId(), retirement.expiresAt());
        refresh(retirement.credentialId());
    }

    void forget(Retirement retirement) {
        retirements.computeIfPresent(retirement.credentialId(), (_, bySuccessor) -> {
            bySuccessor.remove(retirement.successorId());
            return bySuccessor.isEmpty() ? null : bySuccessor;
        });
        refresh(retirement.credentialId());
    }

    private void refresh(String credentialId) {
        var held = byId.get(credentialId);
        if (held != null) {
            held.endWith(ending(held));
        }
    }

    private HeldCredential.Ending ending(HeldCredential held) {
        var id = held.credential().credentialId();
        var expiresAt = Stream.concat(
                        Stream.ofNullable(held.credential().expiresAt()),
                        retirements.getOrDefault(id, Map.of()).values().stream())
                .min(Comparator.naturalOrder());
        return new HeldCredential.Ending(expiresAt, Optional.ofNullable(revocations.get(id)));
    }

    /** The successors that a credential was given. */
    List<String> successors(String credentialId) {
        return List.copyOf(retirements.getOrDefault(credentialId, Map.of()).keySet());
    }

    Stream<HeldCredential> of(OrganizationId owner) {
        return byId.values().stream().filter(held -> held.owner().equals(owner));
    }

    CredentialInfo info(HeldCredential held, long nowMs) {
        return held.info(nowMs, lastUse(held));
    }

    private Optional<Instant> lastUse(HeldCredential held) {
        var logged = loggedUses.get(held.credential().credentialId());
        return Stream.concat(Stream.ofNullable(logged), held.usedAt().stream()).max(Comparator.naturalOrder());
    }

    /** A use that is in the log, of this process or another. */
    void noteLogged(CredentialUse use) {
        loggedUses.merge(use.credentialId(), use.usedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }

    void forgetLogged(String credentialId) {
        loggedUses.remove(credentialId);
    }

    /** Uses in this process that the log should have: newer than what it has, and that is from before the pause. */
    List<CredentialUse> unlogged(Instant now, Duration pause) {
        return byId.values().stream()
                .flatMap(held -> held.usedAt().stream()
                        .filter(used -> isDue(loggedUses.get(held.credential().credentialId()), used, now, pause))
                        .map(used -> new CredentialUse(held.credential().credentialId(), used)))
                .toList();
    }

    private static boolean isDue(@Nullable Instant logged, Instant used, Instant now, Duration pause) {
        return logged == null || (used.isAfter(logged) && !logged.plus(pause).isAfter(now));
    }
}
