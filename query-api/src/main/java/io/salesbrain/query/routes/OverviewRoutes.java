package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.warehouse.Archive;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the warehouse's views for people show, for the dashboard. */
public final class OverviewRoutes {
    private final Archive archive;

    public OverviewRoutes(Archive archive) {
        this.archive = archive;
    }

    /** Leads by the week of their first contact, the latest first. */
    public void cohorts(Context ctx, OrganizationId organization) {
        var weeks = archive.cohorts(organization, Parameters.limit(ctx));
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("items", weeks.stream().map(OverviewRoutes::view).toList());
        answer.put("next_starting_after", null);
        Answers.json(ctx, answer);
    }

    private static Map<String, Object> view(CohortWeek week) {
        var view = new LinkedHashMap<String, Object>();
        view.put("week", week.week().toString());
        view.put("leads_contacted", week.leadsContacted());
        view.put("leads_opened", week.leadsOpened());
        view.put("leads_clicked", week.leadsClicked());
        view.put("leads_replied", week.leadsReplied());
        view.put("leads_interested", week.leadsInterested());
        view.put("leads_met", week.leadsMet());
        view.put("leads_won", week.leadsWon());
        return view;
    }

    /** Only hours in which somebody replied; 1 is Monday. */
    public void heatmap(Context ctx, OrganizationId organization) {
        var campaignId = Parameters.text(ctx, "campaign_id");
        var cells = archive.heatmap(organization, campaignId);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("campaign_id", campaignId.orElse(null));
        answer.put("replies", cells.stream().mapToLong(HeatmapCell::replies).sum());
        answer.put(
                "replies_in_known_zone",
                cells.stream().mapToLong(HeatmapCell::repliesInKnownZone).sum());
        answer.put("items", cells.stream().map(OverviewRoutes::view).toList());
        Answers.json(ctx, answer);
    }

    private static Map<String, Object> view(HeatmapCell cell) {
        var view = new LinkedHashMap<String, Object>();
        view.put("weekday", cell.weekday());
        view.put("hour", cell.hour());
        view.put("replies", cell.replies());
        view.put("positive_replies", cell.positiveReplies());
        return view;
    }
}
