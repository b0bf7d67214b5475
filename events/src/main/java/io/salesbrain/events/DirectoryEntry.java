package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** What the directory knows: organizations, and which organization a campaign of a shared workspace belongs to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DirectoryEntry.Organization.class, name = "organization"),
    @JsonSubTypes.Type(value = DirectoryEntry.Assignment.class, name = "assignment")
})
public sealed interface DirectoryEntry {
    /** The key of this entry in its topic. */
    String key();

    /** One customer with its credentials, of which only digests are kept. */
    record Organization(OrganizationId organizationId, String name, Instant createdAt, List<Credential> credentials)
            implements DirectoryEntry {
        public Organization {
            credentials = List.copyOf(credentials);
        }

        @Override
        public String key() {
            return "organization/" + organizationId;
        }
    }

    /**
     * @param sha256 of the secret, in hex: the secret itself is shown once and kept nowhere
     */
    record Credential(String credentialId, Scope scope, String sha256, Instant createdAt) {}

    /** What a credential opens: the webhook path only, or the organization's API. */
    enum Scope {
        WEBHOOK,
        ORGANIZATION
    }

    /** From this moment on, arriving events of this campaign belong to this organization. */
    record Assignment(String campaignId, OrganizationId organizationId, Instant assignedAt) implements DirectoryEntry {
        @Override
        public String key() {
            return "assignment/" + campaignId;
        }
    }
}
