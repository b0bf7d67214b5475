package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A canonical event: what a webhook delivery, a sync or a replay said, read and normalised. Texts that were not sent
 * are empty.
 *
 * @param name the type's name as sent, trimmed
 * @param sentAt when it happened by the sender's clock, to the millisecond
 * @param at the same, but no later than its arrival: what every rule counts with
 * @param receivedAt when it arrived here first
 * @param reply the reply's parts, for the two reply types
 * @param raw the delivery's own JSON text; no part of the event's JSON ({@link VerbatimSerde})
 */
public record Event(
        String eventId,
        OrganizationId organizationId,
        EventType type,
        String name,
        Instant sentAt,
        Instant at,
        Instant receivedAt,
        Set<EventFlag> flags,
        String workspace,
        String campaignId,
        String campaignName,
        String leadEmail,
        String account,
        StepVariant step,
        String emailId,
        @Nullable ReplyContent reply,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String raw) {

    public Event {
        flags = Set.copyOf(flags);
        // Not in the JSON of an event: the log carries it behind that.
        raw = Objects.requireNonNullElse(raw, "");
    }

    @JsonIgnore
    public EventIdentity identity() {
        return new EventIdentity(
                type, name, sentAt.toEpochMilli(), workspace, campaignId, leadEmail, account, emailId, step);
    }

    /** Whom this event concerns. A campaign_completed that names a lead concerns that lead only. */
    @JsonIgnore
    public Subject subject() {
        return switch (type.concerns()) {
            case LEAD -> new Subject.Lead(leadEmail);
            case CAMPAIGN ->
                type == EventType.CAMPAIGN_COMPLETED && !leadEmail.isEmpty()
                        ? new Subject.Lead(leadEmail)
                        : new Subject.Campaign(campaignId);
            case ACCOUNT -> new Subject.Account(account);
            case ANYTHING -> leadEmail.isEmpty() ? new Subject.Organization() : new Subject.Lead(leadEmail);
        };
    }

    /** The same event with one flag more; flags are no part of its identity. */
    public Event flagged(EventFlag flag) {
        var more = EnumSet.of(flag);
        more.addAll(flags);
        return with(more, raw);
    }

    Event withRaw(String other) {
        return with(flags, other);
    }

    private Event with(Set<EventFlag> otherFlags, String otherRaw) {
        return new Event(
                eventId,
                organizationId,
                type,
                name,
                sentAt,
                at,
                receivedAt,
                otherFlags,
                workspace,
                campaignId,
                campaignName,
                leadEmail,
                account,
                step,
                emailId,
                reply,
                otherRaw);
    }

    /** The key of this event in the log. */
    public String logKey() {
        return subject().logKey(organizationId);
    }
}
