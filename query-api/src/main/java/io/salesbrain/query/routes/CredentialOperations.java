package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.KeyPermission;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.tenancy.CreatedCredential;
import io.salesbrain.tenancy.CredentialInfo;
import io.salesbrain.tenancy.RotatedCredential;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link CredentialRoutes} say of themselves. */
public final class CredentialOperations {
    private static final Parameter ID = Parameter.path("id", "An organization_id.", "acme");
    private static final Parameter CREDENTIAL =
            Parameter.path("credential_id", "A credential_id of the list.", "credential-1");

    public static final Operation LIST = Operation.says(
                    Tag.ADMINISTRATION, "The keys and webhook secrets of an organization, the oldest first.")
            .with(ID)
            .paged()
            .answersPage(CredentialView.class);

    public static final Operation ADD = Operation.says(Tag.ADMINISTRATION, "Adds a key or a webhook secret.")
            .more("It is shown in this answer and never again.")
            .with(ID)
            .takes(CredentialSent.class, "{\"scope\":\"api\",\"name\":\"for the CRM\"}")
            .answers(201, "The credential with its secret.", CredentialView.class)
            .fails(409, "There are too many already.");

    public static final Operation REVOKE = Operation.says(Tag.ADMINISTRATION, "Ends a key or a webhook secret at once.")
            .with(ID, CREDENTIAL)
            .answersNothing("It opens nothing any more.");

    public static final Operation ROTATE = Operation.says(
                    Tag.ADMINISTRATION, "Puts a new one in the place of a credential.")
            .more("Both are good for a while, so that nothing is lost while it is changed elsewhere.")
            .with(ID, CREDENTIAL)
            .mayTake(RotationSent.class, "{\"overlap_hours\":48}")
            .answers(201, "The new one with its secret, and when the old one ends.", CredentialView.class)
            .fails(409, "It has ended already, or is being replaced.");

    @Says("A new credential.")
    record CredentialSent(
            @Says("What it opens.") @Bounds(oneOf = {"webhook", "api"})
            String scope,

            @Says("For people.") @Bounds(longest = 100) @Nullable
            String name,

            @Says("From then on it opens nothing.") @Bounds(format = "date-time") @Nullable
            String expiresAt,

            @Says("What an API key may do, of read, write, inbox and costs; all of it where it is left out.") @Nullable
            List<KeyPermission> permissions,

            @Says("Whose of the team an API key is: a member_id.") @Bounds(longest = 300) @Nullable
            String memberId)
            implements Sent {}

    @Says("How long both are good.")
    record RotationSent(
            @Says("24 where it is left out.") @Bounds(least = 0, most = 720) @Nullable
            Integer overlapHours) implements Sent {}

    @Says("A key or a webhook secret.")
    record CredentialView(
            @Says("Its id.") String credentialId,
            @Says("Whose data it opens.") OrganizationId organizationId,

            @Says("What it opens.") @Bounds(oneOf = {"webhook", "api"})
            String scope,

            @Says("For people.") @Nullable String name,

            @Says("How it begins, to tell it by.") @Nullable String hint,

            @Says("When it was made.") Instant createdAt,

            @Says("When it was last used, to some minutes; null for never.") @Nullable
            Instant lastUsedAt,

            @Says("From then on it opens nothing.") @Nullable
            Instant expiresAt,

            @Says("When it was ended by hand.") @Nullable Instant revokedAt,
            @Says("Where it stands.") String status,

            @Says("What an API key may do; none for a webhook secret.")
            List<KeyPermission> permissions,

            @Says("Whose of the team it is.") @Nullable String memberId,

            @Says("The secret itself; only in the answer that made it.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String secret,

            @Says("What it takes the place of; only in the answer of a rotation.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            CredentialView replaces) {
        static CredentialView of(CredentialInfo credential) {
            return of(credential, null, null);
        }

        static CredentialView of(CreatedCredential created) {
            return of(created.credential(), created.secret(), null);
        }

        static CredentialView of(RotatedCredential rotated) {
            var successor = rotated.successor();
            return of(successor.credential(), successor.secret(), of(rotated.replaced()));
        }

        private static CredentialView of(
                CredentialInfo credential, @Nullable String secret, @Nullable CredentialView replaces) {
            boolean isKey = credential.scope() == Scope.ORGANIZATION;
            return new CredentialView(
                    credential.credentialId(),
                    credential.organizationId(),
                    isKey ? "api" : "webhook",
                    credential.name().isEmpty() ? null : credential.name(),
                    credential.hint().isEmpty() ? null : credential.hint(),
                    credential.createdAt(),
                    credential.lastUsedAt().orElse(null),
                    credential.expiresAt().orElse(null),
                    credential.revokedAt().orElse(null),
                    credential.status().label(),
                    isKey ? credential.permissions().stream().sorted().toList() : List.of(),
                    credential.memberId().orElse(null),
                    secret,
                    replaces);
        }
    }

    private CredentialOperations() {}
}
