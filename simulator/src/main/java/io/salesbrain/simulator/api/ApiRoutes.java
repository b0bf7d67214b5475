package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.world.Campaign;
import java.util.ArrayList;
import java.util.List;

/** The table of the API: one line per path, each answering from the caller's workspace. */
public final class ApiRoutes {
    static final String BASE = "/api/v2";

    private final Workspaces workspaces;

    public ApiRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    public void register(RoutesConfig routes) {
        routes.get(BASE + "/workspaces/current", this::currentWorkspace);
        routes.get(BASE + "/campaigns", this::listCampaigns);
        routes.get(BASE + "/campaigns/analytics", this::analytics);
        routes.get(BASE + "/campaigns/{id}", this::oneCampaign);
        routes.get(BASE + "/accounts", this::listAccounts);
        new WebhookRoutes(workspaces).register(routes);
        new WebhookEventRoutes(workspaces).register(routes);
        routes.exception(
                ApiError.class, (error, context) -> Requests.answer(context.status(error.statusCode()), error.body()));
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

    private void currentWorkspace(Context context) {
        Requests.answer(context, workspaces.of(context).views().workspace());
    }

    private void listCampaigns(Context context) {
        Workspace workspace = workspaces.of(context);
        Requests.answer(
                context,
                Pages.page(
                        context,
                        workspace.organization().campaigns(),
                        campaign -> campaign.id().toString(),
                        workspace.views()::campaign));
    }

    private void oneCampaign(Context context) {
        Workspace workspace = workspaces.of(context);
        Requests.answer(context, workspace.views().campaign(Requests.campaign(workspace, context.pathParam("id"))));
    }

    private void analytics(Context context) {
        Workspace workspace = workspaces.of(context);
        List<String> ids = new ArrayList<>(context.queryParams("ids"));
        ids.addAll(context.queryParams("id"));
        List<Campaign> asked = ids.isEmpty()
                ? workspace.organization().campaigns()
                : ids.stream().map(id -> Requests.campaign(workspace, id)).toList();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        asked.forEach(campaign -> rows.add(workspace.views().analytics(campaign, workspace.tally(campaign))));
        Requests.answer(context, rows);
    }

    private void listAccounts(Context context) {
        Workspace workspace = workspaces.of(context);
        Views views = workspace.views();
        Requests.answer(
                context,
                Pages.page(context, workspace.organization().mailboxes(), views::accountCursor, views::account));
    }
}
