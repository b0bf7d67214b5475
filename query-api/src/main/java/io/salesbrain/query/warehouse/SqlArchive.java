package io.salesbrain.query.warehouse;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.CampaignNames;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.clickhouse.query.RoiQuery;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.clickhouse.query.StoredProgress;
import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.clickhouse.query.Timeline;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The archive in ClickHouse. */
public final class SqlArchive implements Archive {
    private static final String HAS_COST = """
            SELECT count() AS found
            FROM costs FINAL
            WHERE organization_id = {organization_id:String} AND cost_id = {cost_id:String}
                AND recorded_at >= {recorded_at:DateTime64(3, 'UTC')}""";

    private final Warehouse warehouse;
    private final Timeline timeline;
    private final Messages messages;
    private final CampaignNames campaignNames;
    private final RoiQuery roi;
    private final StoredProgress progress;

    public SqlArchive(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.timeline = new Timeline(warehouse);
        this.messages = new Messages(warehouse);
        this.campaignNames = new CampaignNames(warehouse);
        this.roi = new RoiQuery(warehouse);
        this.progress = new StoredProgress(warehouse);
    }

    @Override
    public List<TimelineEntry> timeline(OrganizationId organization, String leadEmail, int limit) {
        return timeline.ofLead(organization, leadEmail, limit);
    }

    @Override
    public List<Message> messages(
            OrganizationId organization, String campaignId, int limit, Optional<Messages.Before> before) {
        return messages.ofCampaign(organization, campaignId, limit, before);
    }

    @Override
    public Map<String, String> campaignNames(OrganizationId organization) {
        return campaignNames.of(organization);
    }

    @Override
    public RoiReport roi(OrganizationId organization, Instant from, Instant to, RoiQuery.GroupBy groupBy) {
        return roi.run(organization, from, to, groupBy);
    }

    @Override
    public boolean hasCost(OrganizationId organization, String costId, Instant recordedAt) {
        var parameters = Map.of("organization_id", organization.value(), "cost_id", costId, "recorded_at", recordedAt);
        var found = warehouse.query(HAS_COST, parameters, row -> row.longValue("found"));
        return found.getFirst() > 0;
    }

    @Override
    public List<StoredWatermark> watermarks() {
        return progress.watermarks();
    }
}
