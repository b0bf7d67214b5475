package io.salesbrain.query.warehouse;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.CampaignNames;
import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.clickhouse.query.LedgerLookup;
import io.salesbrain.clickhouse.query.LedgerTable;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.clickhouse.query.Letters;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.clickhouse.query.Overviews;
import io.salesbrain.clickhouse.query.RoiQuery;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.query.StoredProgress;
import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.clickhouse.query.Timeline;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The archive in ClickHouse. */
public final class SqlArchive implements Archive {
    private final Timeline timeline;
    private final Messages messages;
    private final Letters letters;
    private final Correspondence correspondence;
    private final CampaignNames campaignNames;
    private final RoiQuery roi;
    private final Overviews overviews;
    private final LedgerLookup ledger;
    private final StoredProgress progress;

    public SqlArchive(Warehouse warehouse) {
        this.timeline = new Timeline(warehouse);
        this.messages = new Messages(warehouse);
        this.letters = new Letters(warehouse);
        this.correspondence = new Correspondence(warehouse);
        this.campaignNames = new CampaignNames(warehouse);
        this.roi = new RoiQuery(warehouse);
        this.overviews = new Overviews(warehouse);
        this.ledger = new LedgerLookup(warehouse);
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
    public List<Letter> replies(
            OrganizationId organization, Collection<String> leadEmails, Collection<String> eventIds) {
        return letters.replies(organization, leadEmails, eventIds);
    }

    @Override
    public List<Letter> conversation(OrganizationId organization, String leadEmail, String campaignId, int limit) {
        return letters.conversation(organization, leadEmail, campaignId, limit);
    }

    @Override
    public List<Correspondence.Found> search(
            OrganizationId organization, SearchQuestion question, Optional<Messages.Before> before, int limit) {
        return correspondence.search(organization, question, before, limit);
    }

    @Override
    public Map<String, String> campaignNames(OrganizationId organization) {
        return campaignNames.of(organization);
    }

    @Override
    public RoiReport roi(OrganizationId organization, RoiQuestion question) {
        return roi.run(organization, question);
    }

    @Override
    public List<CohortWeek> cohorts(OrganizationId organization, int limit) {
        return overviews.cohorts(organization, limit);
    }

    @Override
    public List<HeatmapCell> heatmap(OrganizationId organization, Optional<String> campaignId) {
        return overviews.heatmap(organization, campaignId);
    }

    @Override
    public boolean shows(OrganizationId organization, LedgerTable table, String entryId, Instant recordedAt) {
        return ledger.recordedAt(organization, table, entryId)
                .filter(at -> !at.isBefore(recordedAt))
                .isPresent();
    }

    @Override
    public boolean hides(OrganizationId organization, LedgerTable table, String entryId) {
        return ledger.recordedAt(organization, table, entryId).isEmpty();
    }

    @Override
    public List<StoredWatermark> watermarks() {
        return progress.watermarks();
    }
}
