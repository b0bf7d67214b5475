package io.salesbrain.testkit;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.StepVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in a test what happened: {@code at(3).happened(EMAIL_OPENED).step(1, 1).event()}. Immutable. */
public record EventFixture(
        OrganizationId organization,
        String lead,
        String campaign,
        String account,
        StepVariant step,
        String emailId,
        EventType type,
        Instant at,
        @Nullable ReplyContent reply,
        @Nullable String raw) {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    public static EventFixture happened(EventType type) {
        return new EventFixture(
                new OrganizationId("acme"),
                "anna@kundin.example",
                "camp-1",
                "sender@acme.example",
                new StepVariant(0, 1, 1),
                "",
                type,
                START,
                null,
                null);
    }

    public EventFixture lead(String newLead) {
        return new EventFixture(organization, newLead, campaign, account, step, emailId, type, at, reply, raw);
    }

    public EventFixture organization(String id) {
        return new EventFixture(new OrganizationId(id), lead, campaign, account, step, emailId, type, at, reply, raw);
    }

    public EventFixture campaign(String newCampaign) {
        return new EventFixture(organization, lead, newCampaign, account, step, emailId, type, at, reply, raw);
    }

    public EventFixture account(String newAccount) {
        return new EventFixture(organization, lead, campaign, newAccount, step, emailId, type, at, reply, raw);
    }

    public EventFixture step(int number, int variant) {
        return new EventFixture(
                organization,
                lead,
                campaign,
                account,
                new StepVariant(0, number, variant),
                emailId,
                type,
                at,
                reply,
                raw);
    }

    public EventFixture emailId(String newId) {
        return new EventFixture(organization, lead, campaign, account, step, newId, type, at, reply, raw);
    }

    /** So much after {@link #START}. */
    public EventFixture after(Duration delay) {
        return new EventFixture(
                organization, lead, campaign, account, step, emailId, type, START.plus(delay), reply, raw);
    }

    public EventFixture says(String text) {
        return new EventFixture(
                organization,
                lead,
                campaign,
                account,
                step,
                emailId,
                type,
                at,
                new ReplyContent("Re: hello", text, "", ""),
                raw);
    }

    /** The delivery's own text, where it matters. */
    public EventFixture raw(String json) {
        return new EventFixture(organization, lead, campaign, account, step, emailId, type, at, reply, json);
    }

    public Event event() {
        boolean isReply = type == EventType.REPLY_RECEIVED || type == EventType.AUTO_REPLY_RECEIVED;
        var content = isReply && reply == null ? new ReplyContent("Re: hello", "", "", "") : reply;
        var identity =
                new EventIdentity(type, type.label(), at.toEpochMilli(), "", campaign, lead, account, emailId, step);
        return new Event(
                EventId.of(organization, identity),
                organization,
                type,
                type.label(),
                at,
                at,
                at.plusSeconds(1),
                Set.<EventFlag>of(),
                "",
                campaign,
                "Campaign " + campaign,
                lead,
                account,
                step,
                emailId,
                content,
                raw == null ? Json.write(Map.of("event_type", type.label())) : raw);
    }
}
