package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the directory knows. Each fact is a record with a key of its own that nobody reads, changes and writes back: so
 * several processes can write at once and none undoes what another has said.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DirectoryEntry.Organization.class, name = "organization"),
    @JsonSubTypes.Type(value = DirectoryEntry.IssuedCredential.class, name = "credential"),
    @JsonSubTypes.Type(value = DirectoryEntry.Revocation.class, name = "revocation"),
    @JsonSubTypes.Type(value = DirectoryEntry.Retirement.class, name = "retirement"),
    @JsonSubTypes.Type(value = DirectoryEntry.KnownWorkspaces.class, name = "workspaces"),
    @JsonSubTypes.Type(value = DirectoryEntry.Assignment.class, name = "assignment")
})
public sealed interface DirectoryEntry {
    /** The key of this entry in its topic. */
    String key();

    /**
     * One customer. Of several claims to one id the first in the log stands; each has a key of its own, so that
     * compaction keeps the first and does not leave the last.
     *
     * @param credentials those of records written before credentials were entries of their own; empty since
     * @param claim tells the claims to one id apart; null in records written before there were claims
     */
    record Organization(
            OrganizationId organizationId,
            String name,
            Instant createdAt,
            List<Credential> credentials,
            @Nullable String claim)
            implements DirectoryEntry {
        public Organization {
            credentials = List.copyOf(credentials);
        }

        @Override
        public String key() {
            var key = "organization/" + organizationId;
            return claim == null ? key : key + "/" + claim;
        }
    }

    /**
     * One secret, of which only the digest is kept: the secret itself is shown once.
     *
     * @param sha256 of the secret, in hex
     * @param name what people call it; may be empty
     * @param hint how the secret begins, for people to tell several apart; empty in records from before there was one
     * @param expiresAt the time it was given for; null is without end
     * @param permissions what an API key may do; all in records from before keys could be limited
     * @param memberId whose of the team it is; null where it is nobody's in particular
     */
    record Credential(
            String credentialId,
            Scope scope,
            String sha256,
            Instant createdAt,
            String name,
            String hint,
            @Nullable Instant expiresAt,
            Set<KeyPermission> permissions,
            @Nullable String memberId) {
        public Credential {
            name = Objects.requireNonNullElse(name, "");
            hint = Objects.requireNonNullElse(hint, "");
            permissions = Set.copyOf(Objects.requireNonNullElse(permissions, KeyPermission.ALL));
        }
    }

    /** What a credential opens: the webhook path only, or the organization's API. */
    enum Scope {
        WEBHOOK,
        ORGANIZATION
    }

    /** A credential of this organization. Never rewritten: what ends it is an entry of its own. */
    record IssuedCredential(OrganizationId organizationId, Credential credential) implements DirectoryEntry {
        @Override
        public String key() {
            return "credential/" + credential.credentialId();
        }
    }

    /** From here on the credential opens nothing, whatever else is said of it. */
    record Revocation(String credentialId, OrganizationId organizationId, Instant revokedAt) implements DirectoryEntry {
        @Override
        public String key() {
            return "revocation/" + credentialId;
        }
    }

    /** A credential has a successor and ends then; of several such entries the earliest end counts. */
    record Retirement(String credentialId, OrganizationId organizationId, String successorId, Instant expiresAt)
            implements DirectoryEntry {
        @Override
        public String key() {
            return "retirement/" + credentialId + "/" + successorId;
        }
    }

    /** All workspaces known to be this organization's; replaces what was said before. */
    record KnownWorkspaces(OrganizationId organizationId, List<String> workspaces, Instant setAt)
            implements DirectoryEntry {
        public KnownWorkspaces {
            workspaces = List.copyOf(workspaces);
        }

        @Override
        public String key() {
            return "workspaces/" + organizationId;
        }
    }

    /** From this moment on, arriving events of this campaign belong to this organization. */
    record Assignment(String campaignId, OrganizationId organizationId, Instant assignedAt) implements DirectoryEntry {
        @Override
        public String key() {
            return "assignment/" + campaignId;
        }
    }
}
