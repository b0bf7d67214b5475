package io.salesbrain.query.readmodel;

import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the pipeline is, exactly: watermarks travel behind the results they speak of, so an event counts as stored
 * once its watermark has come here through every topic and is in the warehouse through every topic.
 *
 * <p>Scored events are followed here for the live feed only, which keeps nothing; that they can be asked for is said by
 * the warehouse's watermarks.
 */
public final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    /**
     * @param accepted events in the log, duplicates included
     * @param stored distinct events that every answer of the API includes
     * @param lag accepted − duplicates − stored
     * @param warehouseLag processed events that ClickHouse does not show yet
     * @param lastInsertAt when the sink last wrote rows that it vouches for; null for never
     */
    @Says("Where the events are.")
    public record Pipeline(
            @Says("Events in the log, duplicates included, quarantined ones not.")
            long accepted,

            @Says("Deliveries set aside.") long quarantined,
            @Says("Events that were there already.") long duplicates,

            @Says("Distinct events whose effects are computed.")
            long processed,

            @Says("Distinct events that every answer includes.")
            long stored,

            @Says("accepted - duplicates - stored.") long lag,

            @Says("Processed events that ClickHouse does not show yet.")
            long warehouseLag,

            @Says("When the warehouse last took something; null before the first time.") @Nullable
            Instant lastInsertAt) {}

    private final Archive archive;
    private final EndOffsets endOffsets;
    private final int partitions;
    private final Marks leadStates = new Marks();
    private final Marks rates = new Marks();
    private volatile List<StoredWatermark> archived = List.of();

    public Progress(Archive archive, EndOffsets endOffsets, int partitions) {
        this.archive = archive;
        this.endOffsets = endOffsets;
        this.partitions = partitions;
    }

    void acceptLead(int partition, @Nullable LeadRecord value) {
        if (value instanceof Watermark mark) {
            leadStates.put(partition, mark);
        }
    }

    void acceptRate(int partition, @Nullable RateRecord value) {
        if (value instanceof Watermark mark) {
            rates.put(partition, mark);
        }
    }

    public Pipeline pipeline() throws InterruptedException {
        var archivedEvents = new Marks();
        var archivedLeads = new Marks();
        var archivedRates = new Marks();
        var lastInsertAt = Instant.EPOCH;
        for (var mark : archivedMarks()) {
            lastInsertAt = mark.storedAt().isAfter(lastInsertAt) ? mark.storedAt() : lastInsertAt;
            if (mark.topic().equals(Topics.RATES.name())) {
                archivedRates.put(mark.topicPartition(), mark.watermark());
            } else if (mark.topic().equals(Topics.SCORED_EVENTS.name())) {
                archivedEvents.put(mark.topicPartition(), mark.watermark());
            } else if (mark.topic().equals(Topics.LEAD_STATES.name())) {
                archivedLeads.put(mark.topicPartition(), mark.watermark());
            }
        }
        long processed = 0;
        long duplicates = 0;
        long stored = 0;
        long warehoused = 0;
        for (int source : leadStates.sourcePartitions()) {
            long here = leadStates.processedEverywhere(source, partitions);
            processed += here;
            duplicates += leadStates.duplicates(source);
            long there = Math.min(here, archivedEvents.processed(source));
            there = Math.min(there, archivedLeads.processedEverywhere(source, partitions));
            there = Math.min(there, archivedRates.processedEverywhere(source, partitions));
            warehoused += there;
            stored += Math.min(there, rates.processedEverywhere(source, partitions));
        }
        // The ends are asked for last: what has been worked off before is in them.
        long accepted = endOffsets.total(Topics.EVENTS);
        if (accepted < processed + duplicates) {
            accepted = endOffsets.totalNow(Topics.EVENTS);
        }
        long quarantined = endOffsets.total(Topics.QUARANTINE);
        return new Pipeline(
                accepted,
                quarantined,
                duplicates,
                processed,
                stored,
                accepted - duplicates - stored,
                processed - warehoused,
                lastInsertAt.equals(Instant.EPOCH) ? null : lastInsertAt);
    }

    /** Without an answer of the warehouse its last one stands: marks only rise, so it promises too little at worst. */
    private List<StoredWatermark> archivedMarks() {
        try {
            archived = archive.watermarks();
        } catch (WarehouseException e) {
            LOG.warn("the warehouse does not say how far it is, its last word stands", e);
        }
        return archived;
    }
}
