package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.KeyPermission;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.routes.IdentityOperations.Identity;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.OrganizationInfo;
import io.salesbrain.tenancy.Principal;
import java.util.List;

/** Whose key this is. */
public final class IdentityRoutes {
    private final Directory directory;

    public IdentityRoutes(Directory directory) {
        this.directory = directory;
    }

    public void whoami(Context ctx, Principal principal) {
        var answer = switch (principal) {
            case Principal.Admin() ->
                new Identity("admin", null, "Administrator", null, List.copyOf(KeyPermission.ALL), null);
            case Principal.OrganizationKey key -> {
                var id = key.organizationId();
                yield new Identity(
                        "organization",
                        id,
                        directory.find(id).map(OrganizationInfo::name).orElse(id.value()),
                        key.name().isEmpty() ? null : key.name(),
                        key.permissions().stream().sorted().toList(),
                        key.memberId().orElse(null));
            }
            case Principal.WebhookSecret _ -> throw Gate.webhookSecret();
        };
        Answers.json(ctx, answer);
    }
}
