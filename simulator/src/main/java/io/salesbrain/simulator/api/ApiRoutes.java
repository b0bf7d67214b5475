package io.salesbrain.simulator.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** The table of the API, by resource; each answers from the caller's workspace. */
public final class ApiRoutes {
    static final String BASE = "/api/v2";

    private final Workspaces workspaces;

    public ApiRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    public void register(RoutesConfig routes) {
        routes.before(BASE + "/*", context -> workspaces.of(context).quota().take());
        routes.get(BASE + "/workspaces/current", this::currentWorkspace);
        new AnalyticsRoutes(workspaces).register(routes);
        new CampaignRoutes(workspaces).register(routes);
        new AccountRoutes(workspaces).register(routes);
        new JobRoutes(workspaces).register(routes);
        new LeadRoutes(workspaces).register(routes);
        new EmailRoutes(workspaces).register(routes);
        new WebhookRoutes(workspaces).register(routes);
        new WebhookEventRoutes(workspaces).register(routes);
        routes.exception(ApiError.class, ApiRoutes::refuse);
        routes.error(404, context -> {
            if (context.result() == null || !context.result().startsWith("{")) {
                Requests.answer(
                        context,
                        ApiError.body(
                                HttpStatus.NOT_FOUND,
                                "Route " + context.method() + ":" + context.path() + " not found"));
            }
        });
    }

    private static void refuse(ApiError error, Context context) {
        error.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", Long.toString(seconds)));
        Requests.answer(context.status(error.statusCode()), error.body());
    }

    private void currentWorkspace(Context context) {
        Requests.answer(context, workspaces.of(context).views().workspace());
    }
}
