package io.salesbrain.ingest.instantly;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules by which a payload becomes an event. */
public final class Dialect {
    /** Clocks differ; a sender further ahead than this is not believed. */
    static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private Dialect() {}

    /** @param ownerOfCampaign whose the events of a campaign are */
    public static Reading<Identified> identify(
            InstantlyPayload payload, Function<String, OrganizationId> ownerOfCampaign) {
        var name = payload.string(InstantlyPayload.EVENT_TYPE).map(Texts::trim).map(Texts::wellFormed);
        if (name.isEmpty() || name.get().isEmpty()) {
            return Reading.rejected(QuarantineReason.MISSING_EVENT_TYPE, "");
        }
        Optional<Instant> sentAt = payload.string(InstantlyPayload.TIMESTAMP).flatMap(Timestamps::parse);
        if (sentAt.isEmpty()) {
            return Reading.rejected(QuarantineReason.UNREADABLE_TIMESTAMP, "");
        }
        var owner = ownerOfCampaign.apply(payload.text(InstantlyPayload.CAMPAIGN_ID));
        return Reading.good(new Identified(payload, EventType.named(name.get()), name.get(), sentAt.get(), owner));
    }

    /** @param receivedAt when the delivery arrived */
    public static Reading<Event> normalise(Identified identified, Instant receivedAt) {
        var payload = identified.payload();
        var leadEmail = leadEmail(payload);
        var account = payload.address(InstantlyPayload.EMAIL_ACCOUNT);
        var campaignId = payload.text(InstantlyPayload.CAMPAIGN_ID);
        var missing = switch (identified.type().concerns()) {
            case LEAD -> reasonIfEmpty(leadEmail, QuarantineReason.MISSING_LEAD_EMAIL);
            case CAMPAIGN -> reasonIfEmpty(campaignId, QuarantineReason.MISSING_CAMPAIGN_ID);
            case ACCOUNT -> reasonIfEmpty(account, QuarantineReason.MISSING_EMAIL_ACCOUNT);
            case ANYTHING -> Optional.<QuarantineReason>empty();
        };
        return missing.<Reading<Event>>map(reason -> Reading.rejected(reason, ""))
                .orElseGet(() -> Reading.good(event(identified, receivedAt, leadEmail, account, campaignId)));
    }

    private static Optional<QuarantineReason> reasonIfEmpty(String needed, QuarantineReason reason) {
        return needed.isEmpty() ? Optional.of(reason) : Optional.empty();
    }

    private static Event event(
            Identified identified, Instant receivedAt, String leadEmail, String account, String campaignId) {
        var payload = identified.payload();
        var identity = new EventIdentity(
                identified.type(),
                identified.name(),
                identified.sentAt().toEpochMilli(),
                payload.text(InstantlyPayload.WORKSPACE),
                campaignId,
                leadEmail,
                account,
                payload.text(InstantlyPayload.EMAIL_ID),
                Steps.read(payload));
        boolean clamped = identified.sentAt().isAfter(receivedAt.plus(MAX_AHEAD));
        return new Event(
                EventId.of(identified.organizationId(), identity),
                identified.organizationId(),
                identity.type(),
                identity.name(),
                identified.sentAt(),
                clamped ? receivedAt : identified.sentAt(),
                receivedAt,
                clamped ? Set.of(EventFlag.CLAMPED) : Set.of(),
                identity.workspace(),
                identity.campaignId(),
                payload.text(InstantlyPayload.CAMPAIGN_NAME),
                identity.leadEmail(),
                identity.account(),
                identity.step(),
                identity.emailId(),
                reply(identified.type(), payload),
                payload.raw());
    }

    private static String leadEmail(InstantlyPayload payload) {
        var address = payload.address(InstantlyPayload.LEAD_EMAIL);
        return address.isEmpty() ? payload.address(InstantlyPayload.EMAIL) : address;
    }

    private static @Nullable ReplyContent reply(EventType type, InstantlyPayload payload) {
        if (type != EventType.REPLY_RECEIVED && type != EventType.AUTO_REPLY_RECEIVED) {
            return null;
        }
        return new ReplyContent(
                payload.text(InstantlyPayload.REPLY_SUBJECT),
                payload.text(InstantlyPayload.REPLY_TEXT),
                payload.text(InstantlyPayload.REPLY_HTML),
                payload.text(InstantlyPayload.REPLY_TEXT_SNIPPET));
    }
}
