package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Map;

/** What happened with a lead. */
public final class Timeline {
    static final String OF_LEAD = """
            SELECT * FROM lead_timeline(organization_id = {organization_id:String}, lead_email = {lead_email:String})
            ORDER BY at DESC, event_id DESC
            LIMIT {limit:UInt32}""";

    private final Warehouse warehouse;

    public Timeline(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The latest first, inferred sends among them. */
    public List<TimelineEntry> ofLead(OrganizationId organization, String leadEmail, int limit) {
        return warehouse.query(
                OF_LEAD,
                Map.of("organization_id", organization.value(), "lead_email", leadEmail, "limit", Columns.limit(limit)),
                Timeline::entry);
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry(
                row.string("event_id"),
                EventType.ofLabel(row.string("type")),
                row.string("name"),
                row.instant("at"),
                row.string("campaign_id"),
                Columns.step(row),
                row.string("account"),
                Columns.flags(row),
                Columns.category(row),
                row.bool("abstained"),
                row.string("snippet"),
                row.string("raw"));
    }
}
