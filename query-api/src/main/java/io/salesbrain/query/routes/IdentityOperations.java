package io.salesbrain.query.routes;

import io.salesbrain.events.KeyPermission;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link IdentityRoutes} say of themselves. */
public final class IdentityOperations {
    public static final Operation WHOAMI =
            Operation.says(Tag.SETTINGS, "Whose key this is.").answers(Identity.class);

    @Says("Whose key this is.")
    record Identity(
            @Says("What the key may do.") @Bounds(oneOf = {"admin", "organization"})
            String role,

            @Says("Null for the admin key.") @Nullable OrganizationId organizationId,
            @Says("Of the organization, for people.") String name,

            @Says("What the key is called; null where it has no name.") @Nullable
            String keyName,

            @Says("What the key may do.") List<KeyPermission> permissions,

            @Says("Whose of the team the key is.") @Nullable String memberId) {}

    private IdentityOperations() {}
}
