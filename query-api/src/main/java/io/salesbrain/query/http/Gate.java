package io.salesbrain.query.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Tenants.Caller;
import java.util.Optional;

/** Who may call a route. Every route of the API goes through one of these three doors. */
public final class Gate {
    private static final String SCHEME = "Bearer ";

    /** A handler that knows who calls. */
    @FunctionalInterface
    public interface CallerHandler {
        void handle(Context ctx, Caller caller) throws Exception;
    }

    /** A handler that works on one organization's data. */
    @FunctionalInterface
    public interface OrganizationHandler {
        void handle(Context ctx, OrganizationId organization) throws Exception;
    }

    private final Tenants tenants;

    public Gate(Tenants tenants) {
        this.tenants = tenants;
    }

    /** An organization key or the admin key. */
    public Handler any(CallerHandler handler) {
        return ctx -> handler.handle(ctx, caller(ctx));
    }

    /** The admin key. */
    public Handler admin(Handler handler) {
        return ctx -> {
            switch (caller(ctx)) {
                case Caller.Admin() -> handler.handle(ctx);
                case Caller.Organization _, Caller.Webhook _ -> throw ApiException.forbidden("This path needs the admin key.");
            }
        };
    }

    /** An organization key for that organization; the admin key together with an organization_id. */
    public Handler organization(OrganizationHandler handler) {
        return ctx -> handler.handle(ctx, organization(ctx, caller(ctx)));
    }

    private Caller caller(Context ctx) {
        var caller = bearer(ctx).flatMap(tenants::authenticate).orElseThrow(ApiException::unauthorized);
        if (caller instanceof Caller.Webhook) {
            throw ApiException.forbidden("A webhook secret opens the webhook path only; use an organization key.");
        }
        return caller;
    }

    private static Optional<String> bearer(Context ctx) {
        var header = ctx.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip()).filter(key -> !key.isEmpty());
    }

    private OrganizationId organization(Context ctx, Caller caller) {
        var asked = Parameters.text(ctx, "organization_id");
        return switch (caller) {
            case Caller.Organization(var own) -> own(own, asked);
            case Caller.Admin() -> named(asked);
            case Caller.Webhook _ -> throw ApiException.forbidden("A webhook secret opens the webhook path only.");
        };
    }

    private static OrganizationId own(OrganizationId own, Optional<String> asked) {
        if (asked.isPresent() && !asked.get().equals(own.value())) {
            throw ApiException.forbidden("This key opens organization " + own + " only.");
        }
        return own;
    }

    private OrganizationId named(Optional<String> asked) {
        var id = asked.orElseThrow(() -> ApiException.badParameter(
                "organization_id", "With the admin key, organization_id says whose data is meant."));
        return existing(id);
    }

    /** The organization with this id; a 404 when there is none. */
    public OrganizationId existing(String id) {
        if (!OrganizationId.SHAPE.matcher(id).matches()) {
            throw ApiException.badParameter("organization_id", "This is no organization_id.");
        }
        var organization = new OrganizationId(id);
        if (tenants.find(organization).isEmpty()) {
            throw ApiException.notFound("There is no organization " + id + ".");
        }
        return organization;
    }
}
