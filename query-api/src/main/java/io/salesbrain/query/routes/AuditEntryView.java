package io.salesbrain.query.routes;

import io.salesbrain.events.AuditEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change somebody made, as the API shows it. */
@Says("That somebody changed something.")
record AuditEntryView(
        @Says("When.") Instant at,

        @Says("Who: admin, the name of the key, or its id where it has no name.")
        String actor,

        @Says("The key; null for the administrator.") @Nullable
        String credentialId,

        @Says("Who of the team, where the key belongs to one person.") @Nullable
        String memberId,

        @Says("Whose data; null for what concerns the installation.") @Nullable
        OrganizationId organizationId,

        @Says("The method and the path's pattern.") String action,
        @Says("The path as it was asked for.") String path,
        @Says("The status of the answer.") int status,

        @Says("What the request's body said; secrets, and what people wrote to each other, are left out.")
        Map<String, String> details,

        @Says("The answer's X-Request-Id.") String requestId) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.at(),
                entry.actor(),
                entry.credentialId(),
                entry.memberId(),
                entry.organizationId(),
                entry.action(),
                entry.path(),
                entry.status(),
                entry.details(),
                entry.requestId());
    }
}
