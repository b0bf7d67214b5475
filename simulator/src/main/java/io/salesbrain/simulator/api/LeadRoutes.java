package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The leads of campaigns. */
final class LeadRoutes {
    private static final String PATH = ApiRoutes.BASE + "/leads";
    private static final int MOST_AT_ONCE = 1_000;

    private final Workspaces workspaces;

    LeadRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH, this::add);
        routes.post(PATH + "/add", this::addAll);
        routes.post(PATH + "/list", this::list);
        routes.post(PATH + "/update-interest-status", this::label);
        routes.get(
                PATH + "/{id}",
                context ->
                        Requests.answer(context, workspaces.of(context).leads().view(id(context))));
        routes.patch(
                PATH + "/{id}",
                context -> Requests.answer(
                        context,
                        workspaces
                                .of(context)
                                .leads()
                                .change(id(context), Requests.body(context), CampaignFile.now())));
        routes.delete(
                PATH + "/{id}",
                context ->
                        Requests.answer(context, workspaces.of(context).leads().remove(id(context))));
    }

    private void add(Context context) {
        Workspace workspace = workspaces.of(context);
        JsonNode body = Requests.body(context);
        String campaign = campaign(workspace, body.path("campaign").asText());
        String email = body.path("email").asText();
        if (!isAddress(email)) {
            throw Requests.badRequest("body/email must match format \"email\"");
        }
        Requests.answer(
                context,
                workspace
                        .leads()
                        .add(campaign, email, body, CampaignFile.now())
                        .orElseThrow(() -> Requests.badRequest("Lead is in the campaign already")));
    }

    private void addAll(Context context) {
        Workspace workspace = workspaces.of(context);
        JsonNode body = Requests.body(context);
        String campaign = campaign(workspace, body.path("campaign_id").asText());
        JsonNode leads = body.path("leads");
        if (!leads.isArray() || leads.isEmpty() || leads.size() > MOST_AT_ONCE) {
            throw Requests.badRequest("body/leads must be an array of 1 to " + MOST_AT_ONCE + " items");
        }
        ArrayNode created = JsonNodeFactory.instance.arrayNode();
        Set<String> seen = new HashSet<>();
        int invalid = 0;
        int repeated = 0;
        int skipped = 0;
        for (int index = 0; index < leads.size(); index++) {
            String email = leads.path(index).path("email").asText();
            if (!isAddress(email)) {
                invalid++;
            } else if (!seen.add(email)) {
                repeated++;
            } else {
                Optional<ObjectNode> added =
                        workspace.leads().add(campaign, email, leads.path(index), CampaignFile.now());
                skipped += added.isPresent() ? 0 : 1;
                int place = index;
                added.ifPresent(lead -> created.addObject()
                        .put("index", place)
                        .put("id", lead.path("id").asText())
                        .put("email", email));
            }
        }
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("status", "success")
                .put("total_sent", leads.size())
                .put("leads_uploaded", created.size())
                .put("in_blocklist", 0)
                .putNull("blocklist_used")
                .put("duplicated_leads", 0)
                .put("skipped_count", skipped)
                .put("invalid_email_count", invalid)
                .put("incomplete_count", 0)
                .put("duplicate_email_count", repeated)
                .putNull("remaining_in_plan");
        answer.set("created_leads", created);
        Requests.answer(context, answer);
    }

    private void list(Context context) {
        JsonNode body = Requests.body(context);
        Optional<String> campaign = Optional.of(body.path("campaign").asText()).filter(text -> !text.isEmpty());
        Optional<Integer> status = switch (body.path("filter").asText()) {
            case "FILTER_VAL_COMPLETED" -> Optional.of(LeadEntry.COMPLETED);
            case "FILTER_VAL_BOUNCED" -> Optional.of(LeadEntry.BOUNCED);
            case "FILTER_VAL_UNSUBSCRIBED" -> Optional.of(LeadEntry.UNSUBSCRIBED);
            case "FILTER_VAL_ACTIVE" -> Optional.of(LeadEntry.ACTIVE);
            case "FILTER_VAL_SKIPPED" -> Optional.of(LeadEntry.SKIPPED);
            // Everybody's address is good in this world.
            case "FILTER_VAL_INVALID" -> Optional.of(Integer.MIN_VALUE);
            default -> Optional.empty();
        };
        Requests.answer(
                context,
                Pages.page(
                        body.path("limit").isMissingNode()
                                ? null
                                : body.path("limit").asText(),
                        body.path("starting_after").asText(),
                        workspaces.of(context).leads().of(campaign, status),
                        lead -> lead.id().toString(),
                        LeadEntry::view));
    }

    private void label(Context context) {
        JsonNode body = Requests.body(context);
        JsonNode value = body.path("interest_value");
        if (!body.path("lead_email").isTextual() || (!value.isNumber() && !value.isNull())) {
            throw Requests.badRequest("body must have required properties 'lead_email', 'interest_value'");
        }
        boolean known = workspaces
                .of(context)
                .leads()
                .label(
                        body.path("lead_email").asText(),
                        Optional.of(body.path("campaign_id").asText()).filter(text -> !text.isEmpty()),
                        value.isNumber() ? Optional.of(value.intValue()) : Optional.empty(),
                        CampaignFile.now());
        if (!known) {
            throw new ApiError(HttpStatus.NOT_FOUND, "Lead not found");
        }
        Requests.answer(
                context.status(HttpStatus.ACCEPTED),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", "Lead interest status update background job submitted"));
    }

    private static String campaign(Workspace workspace, String id) {
        workspace.campaigns().require(id);
        return id;
    }

    private static boolean isAddress(String email) {
        return email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    }

    private static UUID id(Context context) {
        return Requests.uuid(context.pathParam("id"))
                .orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Lead not found"));
    }
}
