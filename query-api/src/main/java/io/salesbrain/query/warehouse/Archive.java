package io.salesbrain.query.warehouse;

import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.clickhouse.query.LedgerTable;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only the warehouse keeps: single events, and sums over any span. Every question names the organization. */
public interface Archive {
    /** The latest so many entries of a lead, the latest first. */
    List<TimelineEntry> timeline(OrganizationId organization, String leadEmail, int limit);

    /** Sends and replies of a campaign, the latest first. */
    List<Message> messages(OrganizationId organization, String campaignId, int limit, Optional<Messages.Before> before);

    /** Replies of these leads, without their texts; what is not stored yet is left out. */
    List<Letter> replies(OrganizationId organization, Collection<String> leadEmails, Collection<String> eventIds);

    /** What passed between us and a lead in a campaign, the latest first. */
    List<Letter> conversation(OrganizationId organization, String leadEmail, String campaignId, int limit);

    /** Messages that have the words, the latest first. */
    List<Correspondence.Found> search(
            OrganizationId organization, SearchQuestion question, Optional<Messages.Before> before, int limit);

    /** The latest known names, by campaign id. */
    Map<String, String> campaignNames(OrganizationId organization);

    /** Costs beside what came of them and the deals they brought. */
    RoiReport roi(OrganizationId organization, RoiQuestion question);

    /** Leads by the week of their first contact, the latest weeks first. */
    List<CohortWeek> cohorts(OrganizationId organization, int limit);

    /** When people reply; in any campaign where none is named. */
    List<HeatmapCell> heatmap(OrganizationId organization, Optional<String> campaignId);

    /** Whether the warehouse shows this entry as recorded then, or later. */
    boolean shows(OrganizationId organization, LedgerTable table, String entryId, Instant recordedAt);

    /** Whether the warehouse does not show this entry, or no longer. */
    boolean hides(OrganizationId organization, LedgerTable table, String entryId);

    /** How far what is stored reaches; of the installation as a whole. */
    List<StoredWatermark> watermarks();
}
