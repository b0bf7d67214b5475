package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Work that takes Instantly a while: leads are moved, and a job says how far that is. It is done when first looked at again. */
final class JobRoutes {
    private static final String PATH = ApiRoutes.BASE + "/background-jobs";
    private static final int DONE = 100;

    private final Workspaces workspaces;

    JobRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.post(ApiRoutes.BASE + "/leads/move", this::move);
        routes.get(PATH, this::list);
        routes.get(PATH + "/{id}", this::one);
    }

    private void move(Context context) {
        Workspace workspace = workspaces.of(context);
        JsonNode body = Requests.body(context);
        String to = body.path("to_campaign_id").asText();
        workspace.campaigns().require(to);
        List<LeadEntry> moved = workspace
                .leads()
                .of(Optional.of(body.path("campaign").asText()).filter(text -> !text.isEmpty()), Optional.empty());
        for (LeadEntry lead : moved) {
            ObjectNode view = lead.view();
            workspace.leads().remove(lead.id());
            workspace.leads().add(to, lead.email(), view, CampaignFile.now());
        }
        ObjectNode job = JsonNodeFactory.instance
                .objectNode()
                .put("workspace_id", workspace.organization().workspaceId().toString())
                .put("type", "move-leads")
                .put("entity_id", to)
                .put("entity_type", "campaign")
                .put("progress", 0)
                .put("status", "pending")
                .put("created_at", CampaignFile.now())
                .put("updated_at", CampaignFile.now());
        Requests.answer(context, workspace.jobs().add(job));
    }

    private void list(Context context) {
        Requests.answer(
                context,
                Pages.page(
                        context,
                        workspaces.of(context).jobs().all(),
                        job -> job.path("id").asText(),
                        job -> job));
    }

    private void one(Context context) {
        Requests.answer(
                context,
                workspaces
                        .of(context)
                        .jobs()
                        .change(
                                context.pathParam("id"),
                                job -> job.put("status", "success")
                                        .put("progress", DONE)
                                        .put("updated_at", CampaignFile.now()))
                        .orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Background job not found")));
    }
}
