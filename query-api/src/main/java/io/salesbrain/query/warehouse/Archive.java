package io.salesbrain.query.warehouse;

import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.clickhouse.query.RoiQuery;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only the warehouse keeps: single events, and sums over any span. Every question names the organization. */
public interface Archive {
    /** The latest so many entries of a lead, the latest first. */
    List<TimelineEntry> timeline(OrganizationId organization, String leadEmail, int limit);

    /** Sends and replies of a campaign, the latest first. */
    List<Message> messages(OrganizationId organization, String campaignId, int limit, Optional<Messages.Before> before);

    /** The latest known names, by campaign id. */
    Map<String, String> campaignNames(OrganizationId organization);

    /** Counts of the hours that begin, and costs incurred, from one instant up to, without, another. */
    RoiReport roi(OrganizationId organization, Instant from, Instant to, RoiQuery.GroupBy groupBy);

    /** Whether the warehouse shows this cost as recorded then, or later. */
    boolean hasCost(OrganizationId organization, String costId, Instant recordedAt);

    /** How far what is stored reaches; of the installation as a whole. */
    List<StoredWatermark> watermarks();
}
