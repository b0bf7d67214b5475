package io.salesbrain.query.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;

/** The headers every answer carries. */
public final class Headers {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern REQUEST_ID_SHAPE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** The dashboard loads nothing from elsewhere and runs no inline script or style. */
    private static final String DASHBOARD_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

    private Headers() {}

    /** Holds for every route of the server, whoever registered it. */
    public static void register(RoutesConfig routes) {
        routes.before(Headers::common);
        // An e-mail is shown in a frame of no origin, which could not load its own style sheet otherwise. Nothing here
        // is secret.
        routes.before("/assets/*", ctx -> ctx.header(RESOURCE_POLICY, "cross-origin"));
        routes.before(
                "/api/*", ctx -> ctx.header("Cache-Control", "no-store").header("Content-Security-Policy", API_POLICY));
    }

    /** The id this request goes by in its answer and in our log. */
    static String requestId(Context ctx) {
        var id = ctx.res().getHeader(REQUEST_ID);
        return id == null ? "-" : id;
    }

    private static void common(Context ctx) {
        var asked = ctx.header(REQUEST_ID);
        ctx.header(
                REQUEST_ID,
                asked != null && REQUEST_ID_SHAPE.matcher(asked).matches()
                        ? asked
                        : UUID.randomUUID().toString());
        ctx.header("Content-Security-Policy", DASHBOARD_POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header(RESOURCE_POLICY, "same-origin");
    }
}
