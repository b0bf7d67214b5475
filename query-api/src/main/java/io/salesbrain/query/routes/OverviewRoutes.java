package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.warehouse.Archive;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the warehouse's views for people show, for the dashboard. */
public final class OverviewRoutes {
    public static final Operation COHORTS = Operation.says(
                    Tag.STATISTICS, "Leads by the week of their first contact, the latest first, and how far they got.")
            .with(Parameter.LIMIT)
            .answersPage(CohortView.class);

    public static final Operation HEATMAP = Operation.says(Tag.STATISTICS, "At which hours of the week people reply.")
            .more("By the lead's own clock where its zone is known, else by UTC.")
            .with(Parameter.CAMPAIGN)
            .answers(Heatmap.class);

    /** Leads first contacted in one week. */
    @Says("Leads first contacted in one week, and how many of them got how far until now.")
    record CohortView(
            @Says("Its Monday, UTC.") LocalDate week,
            @Says("First contacted in it.") long leadsContacted,
            @Says("Of them, those that opened.") long leadsOpened,
            @Says("Of them, those that clicked.") long leadsClicked,
            @Says("Of them, those that replied.") long leadsReplied,
            @Says("Of them, those that were interested.") long leadsInterested,
            @Says("Of them, those that met.") long leadsMet,
            @Says("Of them, those that were won.") long leadsWon) {
        static CohortView of(CohortWeek week) {
            return new CohortView(
                    week.week(),
                    week.leadsContacted(),
                    week.leadsOpened(),
                    week.leadsClicked(),
                    week.leadsReplied(),
                    week.leadsInterested(),
                    week.leadsMet(),
                    week.leadsWon());
        }
    }

    /** Replies by hour of the week. */
    @Says("Replies by hour of the week.")
    record Heatmap(
            @Says("The campaign asked for; null for all.") @Nullable
            String campaignId,

            @Says("In all.") long replies,

            @Says("Of them, those that lie at an hour of the lead's own clock.")
            long repliesInKnownZone,

            @Says("Only hours in which somebody replied.") List<HeatmapHour> items) {}

    @Says("Replies of one hour of the week.")
    record HeatmapHour(
            @Says("From 1, Monday.") int weekday,
            @Says("From 0 to 23.") int hour,
            @Says("All of them.") long replies,

            @Says("Of them, those that are interested or ask for a meeting.")
            long positiveReplies) {}

    private final Archive archive;

    public OverviewRoutes(Archive archive) {
        this.archive = archive;
    }

    public void cohorts(Context ctx, OrganizationId organization) {
        var weeks = archive.cohorts(organization, Parameters.limit(ctx));
        Answers.json(ctx, new Page<>(weeks.stream().map(CohortView::of).toList(), null));
    }

    public void heatmap(Context ctx, OrganizationId organization) {
        var campaignId = Parameters.text(ctx, "campaign_id");
        var cells = archive.heatmap(organization, campaignId);
        Answers.json(
                ctx,
                new Heatmap(
                        campaignId.orElse(null),
                        cells.stream().mapToLong(HeatmapCell::replies).sum(),
                        cells.stream()
                                .mapToLong(HeatmapCell::repliesInKnownZone)
                                .sum(),
                        cells.stream()
                                .map(cell -> new HeatmapHour(
                                        cell.weekday(), cell.hour(), cell.replies(), cell.positiveReplies()))
                                .toList()));
    }
}
