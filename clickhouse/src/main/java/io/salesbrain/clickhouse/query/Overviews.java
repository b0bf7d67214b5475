package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the schema's views for people say, for the API. */
public final class Overviews {
    static final String COHORTS = """
            SELECT * FROM cohort_funnel(organization_id = {organization_id:String})
            ORDER BY week DESC
            LIMIT {limit:UInt32}""";

    static final String HEATMAP = """
            SELECT * FROM reply_heatmap(organization_id = {organization_id:String}, campaign_id = {campaign_id:String})
            ORDER BY weekday, hour""";

    private final Warehouse warehouse;

    public Overviews(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The latest weeks in which somebody was contacted for the first time, the latest first. */
    public List<CohortWeek> cohorts(OrganizationId organization, int limit) {
        return warehouse.query(
                COHORTS,
                Map.of("organization_id", organization.value(), "limit", Columns.limit(limit)),
                row -> new CohortWeek(
                        row.date("week"),
                        row.longValue("leads_contacted"),
                        row.longValue("leads_opened"),
                        row.longValue("leads_clicked"),
                        row.longValue("leads_replied"),
                        row.longValue("leads_interested"),
                        row.longValue("leads_met"),
                        row.longValue("leads_won")));
    }

    /** Hours of the week in which somebody replied, in order; of all campaigns where none is named. */
    public List<HeatmapCell> heatmap(OrganizationId organization, Optional<String> campaignId) {
        return warehouse.query(
                HEATMAP,
                Map.of("organization_id", organization.value(), "campaign_id", campaignId.orElse("")),
                row -> new HeatmapCell(
                        row.intValue("weekday"),
                        row.intValue("hour"),
                        row.longValue("replies"),
                        row.longValue("positive_replies"),
                        row.longValue("replies_in_known_zone")));
    }
}
