package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Campaigns: listed, made, changed, started and stopped. */
final class CampaignRoutes {
    private static final String PATH = ApiRoutes.BASE + "/campaigns";
    private static final Set<String> READ_ONLY =
            Set.of("id", "status", "organization", "timestamp_created", "timestamp_updated", "not_sending_status");

    private final Workspaces workspaces;

    CampaignRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/{id}", this::one);
        routes.patch(PATH + "/{id}", this::change);
        routes.delete(PATH + "/{id}", this::delete);
        routes.post(PATH + "/{id}/activate", context -> setStatus(context, CampaignFile.ACTIVE));
        routes.post(PATH + "/{id}/pause", context -> setStatus(context, CampaignFile.PAUSED));
        routes.post(PATH + "/{id}/duplicate", this::duplicate);
    }

    private void list(Context context) {
        Optional<String> status = Optional.ofNullable(context.queryParam("status"));
        List<ObjectNode> wanted = workspaces.of(context).campaigns().all().stream()
                .filter(one -> status.map(one.path("status").asText()::equals).orElse(true))
                .toList();
        Requests.answer(
                context, Pages.page(context, wanted, one -> one.path("id").asText(), one -> one));
    }

    private void create(Context context) {
        Workspace workspace = workspaces.of(context);
        ObjectNode fields = fields(context);
        requireText(fields, "name");
        if (!fields.at("/campaign_schedule/schedules").isArray()) {
            throw Requests.badRequest("body must have required property 'campaign_schedule'");
        }
        Requests.answer(context, workspace.campaigns().create(fields));
    }

    private void one(Context context) {
        Requests.answer(
                context,
                workspaces.of(context).campaigns().find(context.pathParam("id")).orElseThrow(CampaignFile::missing));
    }

    private void change(Context context) {
        Requests.answer(context, workspaces.of(context).campaigns().change(context.pathParam("id"), fields(context)));
    }

    private void delete(Context context) {
        Requests.answer(context, workspaces.of(context).campaigns().remove(context.pathParam("id")));
    }

    private void setStatus(Context context, int status) {
        Requests.answer(context, workspaces.of(context).campaigns().setStatus(context.pathParam("id"), status));
    }

    private void duplicate(Context context) {
        CampaignFile campaigns = workspaces.of(context).campaigns();
        ObjectNode original = campaigns.find(context.pathParam("id")).orElseThrow(CampaignFile::missing);
        String name = context.body().isBlank()
                ? original.path("name").asText() + " (copy)"
                : Requests.body(context)
                        .path("name")
                        .asText(original.path("name").asText() + " (copy)");
        Requests.answer(context, campaigns.create(original.put("name", name)));
    }

    private static ObjectNode fields(Context context) {
        JsonNode body = Requests.body(context);
        if (!body.isObject()) {
            throw Requests.badRequest("body must be object");
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(field -> {
            if (READ_ONLY.contains(field.getKey())) {
                throw Requests.badRequest("body must NOT have additional properties");
            }
            fields.set(field.getKey(), field.getValue());
        });
        return fields;
    }

    private static void requireText(JsonNode fields, String name) {
        if (!fields.path(name).isTextual()) {
            throw Requests.badRequest("body must have required property '" + name + "'");
        }
    }
}
