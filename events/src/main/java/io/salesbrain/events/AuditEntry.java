package io.salesbrain.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changed something through the API.
 *
 * @param actor who: {@code admin}, or the name of the key, or its id where it has no name
 * @param credentialId null for the administrator
 * @param memberId who of the team, where the key belongs to one person
 * @param organizationId whose data; null for what concerns the installation
 * @param action the method and the path's pattern, such as {@code POST /api/inbox/{thread_id}/category}
 * @param path as asked for, without its query
 * @param status what the caller was answered
 * @param details what the body said, secrets and long texts left out
 * @param requestId as in the answer's X-Request-Id
 */
public record AuditEntry(
        Instant at,
        String actor,
        @Nullable String credentialId,
        @Nullable String memberId,
        @Nullable OrganizationId organizationId,
        String action,
        String path,
        int status,
        Map<String, String> details,
        String requestId) {
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
