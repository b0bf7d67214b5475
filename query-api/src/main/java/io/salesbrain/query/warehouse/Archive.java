package io.salesbrain.query.warehouse;

import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What only the warehouse keeps: single events, and sums over any span. Every question names the organization. */
public interface Archive {
    /**
     * An event as stored; texts that were not sent are empty.
     *
     * @param raw the delivery's own JSON text
     */
    record StoredEvent(
            String eventId,
            String type,
            String name,
            Instant at,
            String leadEmail,
            String campaignId,
            String campaignName,
            String account,
            StepVariant step,
            String emailId,
            List<String> flags,
            String category,
            String snippet,
            String raw) {}

    /** What money is set against. */
    enum Grouping {
        CAMPAIGN,
        ACCOUNT,
        ORGANIZATION
    }

    /** A span of event times: whole UTC hours for counts, exact for costs; open where empty. */
    record Span(Optional<Instant> from, Optional<Instant> to) {}

    /** Counts of one group; the group of an organization as a whole is empty text. */
    record Outcome(
            String group,
            long emailsSent,
            long leadsContacted,
            long leadsReplied,
            long positiveReplies,
            long meetingsBooked) {}

    /** Money spent on one group in one currency; null for what is on no group. */
    record Spent(@Nullable String group, Money money) {}

    /** How far the warehouse has one partition of the log, by the topic partition it came through. */
    record Mark(String topic, int topicPartition, int sourcePartition, long processed) {}

    /** Where a list of messages goes on. */
    record Place(Instant at, String eventId) {}

    /** A lead's events in order of time, the latest so many of them. */
    List<StoredEvent> timeline(OrganizationId organization, String leadEmail, int limit);

    /** Sends and replies of a campaign, newest first. */
    List<StoredEvent> messages(OrganizationId organization, String campaignId, Optional<Place> after, int limit);

    /** The latest known name of each of these campaigns; those without a name are left out. */
    Map<String, String> campaignNames(OrganizationId organization, List<String> campaignIds);

    List<Outcome> outcomes(OrganizationId organization, Grouping grouping, Span span);

    List<Spent> spent(OrganizationId organization, Grouping grouping, Span span);

    /** Whether the warehouse shows this cost as recorded then, or later. */
    boolean hasCost(OrganizationId organization, String costId, Instant recordedAt);

    List<Mark> marks();
}
