package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.KeyPermission;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Gate;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.OrganizationInfo;
import io.salesbrain.tenancy.Principal;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Whose key this is. */
public final class IdentityRoutes {
    private final Directory directory;

    public IdentityRoutes(Directory directory) {
        this.directory = directory;
    }

    public void whoami(Context ctx, Principal principal) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        switch (principal) {
            case Principal.Admin() -> {
                answer.put("role", "admin");
                answer.put("organization_id", null);
                answer.put("name", "Administrator");
                answer.put("key_name", null);
                answer.put("permissions", KeyPermission.ALL);
                answer.put("member_id", null);
            }
            case Principal.OrganizationKey key -> {
                var id = key.organizationId();
                answer.put("role", "organization");
                answer.put("organization_id", id);
                answer.put(
                        "name", directory.find(id).map(OrganizationInfo::name).orElse(id.value()));
                answer.put("key_name", key.name().isEmpty() ? null : key.name());
                answer.put("permissions", key.permissions().stream().sorted().toList());
                answer.put("member_id", key.memberId().orElse(null));
            }
            case Principal.WebhookSecret _ -> throw Gate.webhookSecret();
        }
        Answers.json(ctx, answer);
    }
}
