package io.salesbrain.ingest.instantly;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.PayloadField;
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
        var name = payload.string(PayloadField.EVENT_TYPE).map(Texts::trim).map(Texts::wellFormed);
        if (name.isEmpty() || name.get().isEmpty()) {
            return Reading.rejected(QuarantineReason.MISSING_EVENT_TYPE, "");
        }
        Optional<Instant> sentAt = payload.string(PayloadField.TIMESTAMP).flatMap(Timestamps::parse);
        if (sentAt.isEmpty()) {
            return Reading.rejected(QuarantineReason.UNREADABLE_TIMESTAMP, "");
        }
        var owner = ownerOfCampaign.apply(payload.text(PayloadField.CAMPAIGN_ID));
        return Reading.good(new Identified(payload, EventType.named(name.get()), name.get(), sentAt.get(), owner));
    }

    /** @param receivedAt when the delivery arrived */
    public static Reading<Event> normalise(Identified identified, Instant receivedAt) {
        var payload = identified.payload();
        var leadEmail = leadEmail(payload);
        var account = payload.address(PayloadField.EMAIL_ACCOUNT);
        var campaignId = payload.text(PayloadField.CAMPAIGN_ID);
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
                payload.text(PayloadField.WORKSPACE),
                campaignId,
                leadEmail,
                account,
                payload.text(PayloadField.EMAIL_ID),
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
                payload.text(PayloadField.CAMPAIGN_NAME),
                identity.leadEmail(),
                identity.account(),
                identity.step(),
                identity.emailId(),
                reply(identified.type(), payload),
                payload.raw());
    }

    private static String leadEmail(InstantlyPayload payload) {
        var address = payload.address(PayloadField.LEAD_EMAIL);
        return address.isEmpty() ? payload.address(PayloadField.EMAIL) : address;
    }

    private static @Nullable ReplyContent reply(EventType type, InstantlyPayload payload) {
        if (type != EventType.REPLY_RECEIVED && type != EventType.AUTO_REPLY_RECEIVED) {
            return null;
        }
        return new ReplyContent(
                payload.text(PayloadField.REPLY_SUBJECT),
                payload.text(PayloadField.REPLY_TEXT),
                payload.text(PayloadField.REPLY_HTML),
                payload.text(PayloadField.REPLY_TEXT_SNIPPET));
    }
}
