package io.salesbrain.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an organization reaches its Instantly workspace.
 *
 * @param subWorkspace for a key of a workspace group that acts on one of its members
 * @param sealedKey the API key, encrypted; only who has the installation's connection key can read it
 * @param keyHint how the key ends, for people to tell several apart
 * @param webhookId ours at Instantly; null while none is registered
 * @param credentialId the webhook secret that was made for it
 */
public record InstantlyConnection(
        OrganizationId organizationId,
        String workspaceId,
        String workspaceName,
        @Nullable String subWorkspace,
        String sealedKey,
        String keyHint,
        @Nullable String webhookId,
        @Nullable String credentialId,
        Instant connectedAt) {
    @Override
    public String toString() {
        return "InstantlyConnection(" + organizationId + ", workspace " + workspaceId + ", key hidden)";
    }
}
