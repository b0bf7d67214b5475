package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.salesbrain.simulator.api.Figures.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Instantly's figures: counts, never rates. */
final class AnalyticsRoutes {
    private static final String PATH = ApiRoutes.BASE + "/campaigns/analytics";

    private final Workspaces workspaces;

    AnalyticsRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::campaigns);
        routes.get(PATH + "/overview", this::overview);
        routes.get(PATH + "/daily", this::daily);
        routes.get(PATH + "/steps", this::steps);
    }

    private void campaigns(Context context) {
        Workspace workspace = workspaces.of(context);
        List<String> ids = ids(context);
        // Without an id all that have figures, as campaigns without any are of no interest here.
        List<ObjectNode> asked = ids.isEmpty()
                ? workspace.campaigns().all().stream()
                        .filter(one -> one.path("status").asInt() != CampaignFile.DRAFT)
                        .toList()
                : ids.stream()
                        .map(id -> workspace.campaigns().find(id).orElseThrow(CampaignFile::missing))
                        .toList();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Predicate<Cell> days = days(context);
        asked.forEach(campaign -> rows.add(row(workspace, campaign, days)));
        Requests.answer(context, rows);
    }

    private static ObjectNode row(Workspace workspace, ObjectNode campaign, Predicate<Cell> days) {
        String id = campaign.path("id").asText();
        Tally tally = workspace.figures().sum(days.and(cell -> cell.campaign().equals(id)));
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("campaign_name", campaign.path("name").asText())
                .put("campaign_id", id)
                .put("campaign_status", campaign.path("status").asInt())
                .put("campaign_is_evergreen", campaign.path("is_evergreen").asBoolean())
                .put("leads_count", workspace.leads().count(id, Optional.empty()))
                .put("completed_count", workspace.leads().count(id, Optional.of(LeadEntry.COMPLETED)));
        return tally.describe(row)
                .put("total_opportunities", tally.opportunities())
                .put(
                        "total_opportunity_value",
                        tally.opportunities() * campaign.path("pl_value").asInt());
    }

    private void overview(Context context) {
        Workspace workspace = workspaces.of(context);
        List<String> ids = ids(context);
        Tally tally =
                workspace.figures().sum(days(context).and(cell -> ids.isEmpty() || ids.contains(cell.campaign())));
        int completed = workspace.campaigns().all().stream()
                .map(one -> one.path("id").asText())
                .filter(id -> ids.isEmpty() || ids.contains(id))
                .mapToInt(id -> workspace.leads().count(id, Optional.of(LeadEntry.COMPLETED)))
                .sum();
        Requests.answer(
                context,
                tally.describe(JsonNodeFactory.instance.objectNode())
                        .put("completed_count", completed)
                        .put("total_opportunities", tally.opportunities())
                        .put("total_interested", tally.distinct("lead_interested"))
                        .put("total_meeting_booked", tally.distinct("lead_meeting_booked"))
                        .put("total_meeting_completed", tally.distinct("lead_meeting_completed"))
                        .put("total_closed", tally.distinct("lead_closed")));
    }

    private void daily(Context context) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        workspaces
                .of(context)
                .figures()
                .by(days(context).and(campaign(context)), Cell::day)
                .forEach((day, tally) -> tally.describeRow(rows.addObject()
                        .put("date", day.toString())
                        .put("contacted", tally.distinct("email_sent"))
                        .put("new_leads_contacted", tally.distinct("email_sent"))));
        Requests.answer(context, rows);
    }

    /** The step counts from 1, its variant from 0. */
    private void steps(Context context) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        workspaces
                .of(context)
                .figures()
                .by(
                        days(context).and(campaign(context)).and(cell -> cell.step() > 0),
                        cell -> String.format("%03d %d", cell.step(), cell.variant() - 1))
                .forEach((key, tally) -> tally.describeRow(rows.addObject()
                        .put("step", String.valueOf(Integer.parseInt(key.substring(0, key.indexOf(' ')))))
                        .put("variant", key.substring(key.indexOf(' ') + 1))));
        Requests.answer(context, rows);
    }

    private static List<String> ids(Context context) {
        List<String> ids = new ArrayList<>(context.queryParams("ids"));
        ids.addAll(context.queryParams("id"));
        return ids;
    }

    private static Predicate<Cell> campaign(Context context) {
        String asked = context.queryParam("campaign_id");
        return cell -> asked == null || cell.campaign().equals(asked);
    }

    private static Predicate<Cell> days(Context context) {
        return Figures.within(Requests.day(context, "start_date"), Requests.day(context, "end_date"));
    }
}
