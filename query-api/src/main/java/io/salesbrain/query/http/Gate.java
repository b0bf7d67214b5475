package io.salesbrain.query.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.Principal;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Who may call a route. Every route that shows data goes through one of these doors. */
public final class Gate {
    private static final String SCHEME = "Bearer ";
    private static final int FIRST_ERROR = 400;
    private static final String CONCERNED = "salesbrain.concerned";

    /** A handler that knows who calls. */
    @FunctionalInterface
    public interface PrincipalHandler {
        void handle(Context ctx, Principal principal) throws Exception;
    }

    /** A handler that works on one organization's data. */
    @FunctionalInterface
    public interface OrganizationHandler {
        void handle(Context ctx, OrganizationId organization) throws Exception;
    }

    /** A handler that works on one organization's data and knows who calls. */
    @FunctionalInterface
    public interface ActingHandler {
        void handle(Context ctx, OrganizationId organization, Principal principal) throws Exception;
    }

    /** A handler that writes down who did something to one organization's data. */
    @FunctionalInterface
    public interface ActorHandler {
        void handle(Context ctx, OrganizationId organization, String by) throws Exception;
    }

    /** A handler that goes on showing one organization's data for as long as the key is good. */
    @FunctionalInterface
    public interface WatcherHandler {
        void handle(Context ctx, OrganizationId organization, BooleanSupplier stillMay) throws Exception;
    }

    private final Directory directory;
    private final KeyQuota quota;
    private final AuditLog audit;

    public Gate(Directory directory, KeyQuota quota, AuditLog audit) {
        this.directory = directory;
        this.quota = quota;
        this.audit = audit;
    }

    /** An organization key or the admin key. */
    public Handler any(PrincipalHandler handler) {
        return ctx -> handler.handle(ctx, principal(ctx));
    }

    /** The admin key. */
    public Handler admin(Handler handler) {
        return ctx -> {
            var principal = principal(ctx);
            if (!(principal instanceof Principal.Admin)) {
                throw ApiException.forbidden("This path needs the admin key.");
            }
            handler.handle(ctx);
            note(ctx, principal, Optional.ofNullable(ctx.attribute(CONCERNED)));
        };
    }

    /** An organization key, for that organization; the admin key together with an organization_id. */
    public Handler organization(OrganizationHandler handler) {
        return acting((ctx, organization, _) -> handler.handle(ctx, organization));
    }

    /** The same for a handler that wants to know who it is, too. */
    public Handler acting(ActingHandler handler) {
        return ctx -> {
            var principal = principal(ctx);
            var organization = organization(ctx, principal);
            handler.handle(ctx, organization, principal);
            note(ctx, principal, Optional.of(organization));
        };
    }

    private void note(Context ctx, Principal principal, Optional<OrganizationId> organization)
            throws InterruptedException {
        boolean changes = !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
        if (changes && ctx.statusCode() < FIRST_ERROR) {
            audit.note(ctx, principal, organization);
        }
    }

    /** As an organization's route, where it is kept who did it: the key by its name, or by its id where it has none. */
    public Handler actor(ActorHandler handler) {
        return acting((ctx, organization, principal) -> handler.handle(ctx, organization, AuditLog.actor(principal)));
    }

    /** As an organization's route, for an answer that has no end of its own. */
    public Handler watcher(WatcherHandler handler) {
        return ctx -> {
            var principal = principal(ctx);
            handler.handle(ctx, organization(ctx, principal), () -> directory.isStillValid(principal));
        };
    }

    private Principal principal(Context ctx) {
        var principal = bearer(ctx).flatMap(directory::authenticate).orElseThrow(ApiException::unauthorized);
        switch (principal) {
            case Principal.Admin() -> quota.count(ctx, "admin");
            case Principal.OrganizationKey key -> quota.count(ctx, key.credentialId());
            case Principal.WebhookSecret secret -> quota.count(ctx, secret.credentialId());
        }
        return principal;
    }

    private static Optional<String> bearer(Context ctx) {
        var header = ctx.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip()).filter(key -> !key.isEmpty());
    }

    private OrganizationId organization(Context ctx, Principal principal) {
        var asked = Parameters.text(ctx, "organization_id");
        return switch (principal) {
            case Principal.OrganizationKey key -> {
                var own = own(key.organizationId(), asked);
                var needed = Permissions.needed(ctx.method(), ctx.path());
                if (!key.permissions().contains(needed)) {
                    throw ApiException.forbidden("This key lacks the permission " + needed.label() + ".");
                }
                yield own;
            }
            case Principal.Admin() -> named(asked);
            case Principal.WebhookSecret _ -> throw webhookSecret();
        };
    }

    /** For routes that tell callers apart by themselves. */
    public static ApiException webhookSecret() {
        return ApiException.forbidden("A webhook secret opens the webhook path only; use an organization key.");
    }

    private static OrganizationId own(OrganizationId own, Optional<String> asked) {
        if (asked.isPresent() && !asked.get().equals(own.value())) {
            throw ApiException.forbidden("This key opens organization " + own + " only.");
        }
        return own;
    }

    private OrganizationId named(Optional<String> asked) {
        return existing(asked.orElseThrow(() -> ApiException.badParameter(
                "organization_id", "With the admin key, organization_id says whose data is meant.")));
    }

    /** The same where an administrator's request is about it, so that its audit log has it. */
    public OrganizationId concerned(Context ctx, String id) {
        var organization = existing(id);
        concerns(ctx, organization);
        return organization;
    }

    /** What an administrator changes belongs into the audit log of whom it concerns. */
    public static void concerns(Context ctx, OrganizationId organization) {
        ctx.attribute(CONCERNED, organization);
    }

    /** The organization with this id; a 404 when there is none. */
    public OrganizationId existing(String id) {
        if (!OrganizationId.SHAPE.matcher(id).matches()) {
            throw ApiException.badParameter("organization_id", "This is no organization_id.");
        }
        var organization = new OrganizationId(id);
        if (directory.find(organization).isEmpty()) {
            throw ApiException.notFound("There is no organization " + id + ".");
        }
        return organization;
    }
}
