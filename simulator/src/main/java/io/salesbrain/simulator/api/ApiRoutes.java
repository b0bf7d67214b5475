package io.salesbrain.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.world.Campaign;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table of the API: one line per path, each answering from the caller's workspace. */
public final class ApiRoutes {
    private static final String BASE = "/api/v2";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        routes.get(BASE + "/webhooks", this::listWebhooks);
        routes.get(BASE + "/webhooks/event-types", this::eventTypes);
        routes.get(BASE + "/webhooks/{id}", this::oneWebhook);
        routes.post(BASE + "/webhooks", this::createWebhook);
        routes.delete(BASE + "/webhooks/{id}", this::deleteWebhook);
        routes.exception(ApiError.class, (error, context) -> answer(context.status(error.statusCode()), error.body()));
        routes.error(404, context -> {
            if (context.result() == null || !context.result().startsWith("{")) {
                answer(
                        context,
                        ApiError.body(
                                HttpStatus.NOT_FOUND,
                                "Route " + context.method() + ":" + context.path() + " not found"));
            }
        });
    }

    private void currentWorkspace(Context context) {
        answer(context, workspaces.of(context).views().workspace());
    }

    private void listCampaigns(Context context) {
        Workspace workspace = workspaces.of(context);
        answer(
                context,
                Pages.page(
                        context,
                        workspace.organization().campaigns(),
                        campaign -> campaign.id().toString(),
                        workspace.views()::campaign));
    }

    private void oneCampaign(Context context) {
        Workspace workspace = workspaces.of(context);
        answer(context, workspace.views().campaign(campaign(workspace, context.pathParam("id"))));
    }

    private void analytics(Context context) {
        Workspace workspace = workspaces.of(context);
        List<String> ids = new ArrayList<>(context.queryParams("ids"));
        ids.addAll(context.queryParams("id"));
        List<Campaign> asked = ids.isEmpty()
                ? workspace.organization().campaigns()
                : ids.stream().map(id -> campaign(workspace, id)).toList();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        asked.forEach(campaign -> rows.add(workspace.views().analytics(campaign, workspace.tally(campaign))));
        answer(context, rows);
    }

    private void listAccounts(Context context) {
        Workspace workspace = workspaces.of(context);
        Views views = workspace.views();
        answer(
                context,
                Pages.page(context, workspace.organization().mailboxes(), views::accountCursor, views::account));
    }

    private void listWebhooks(Context context) {
        Workspace workspace = workspaces.of(context);
        UUID organization = workspace.organization().workspaceId();
        answer(
                context,
                Pages.page(
                        context,
                        workspace.subscriptions().webhooks(),
                        webhook -> webhook.id().toString(),
                        webhook -> webhook.view(organization)));
    }

    private void eventTypes(Context context) {
        workspaces.of(context);
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        Webhook.EVENT_TYPES.forEach(type -> types.addObject().put("id", type).put("label", type.replace('_', ' ')));
        answer(context, JsonNodeFactory.instance.objectNode().set("items", types));
    }

    private void oneWebhook(Context context) {
        Workspace workspace = workspaces.of(context);
        UUID id = webhookId(context);
        Webhook webhook = workspace.subscriptions().webhooks().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(ApiRoutes::noSuchWebhook);
        answer(context, webhook.view(workspace.organization().workspaceId()));
    }

    private void createWebhook(Context context) {
        Workspace workspace = workspaces.of(context);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Webhook webhook = Webhook.from(body(context), UUID.randomUUID(), now);
        webhook.campaign().ifPresent(id -> campaign(workspace, id));
        if (!workspace.subscriptions().add(webhook)) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "A workspace has at most " + Subscriptions.MOST + " webhooks");
        }
        workspace.beginStory();
        answer(context, webhook.view(workspace.organization().workspaceId()));
    }

    private void deleteWebhook(Context context) {
        Workspace workspace = workspaces.of(context);
        Webhook removed = workspace.subscriptions().remove(webhookId(context)).orElseThrow(ApiRoutes::noSuchWebhook);
        answer(context, removed.view(workspace.organization().workspaceId()));
    }

    private static Campaign campaign(Workspace workspace, String id) {
        return workspace.campaign(id).orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Campaign not found"));
    }

    private static UUID webhookId(Context context) {
        try {
            return UUID.fromString(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw noSuchWebhook();
        }
    }

    private static ApiError noSuchWebhook() {
        return new ApiError(HttpStatus.NOT_FOUND, "Webhook not found");
    }

    private static JsonNode body(Context context) {
        try {
            return JSON.readTree(context.body());
        } catch (JsonProcessingException e) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "Body is not valid JSON");
        }
    }

    private static void answer(Context context, JsonNode body) {
        context.contentType("application/json").result(body.toString());
    }
}
