package io.salesbrain.query.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as a watcher sees it; what is not known is left out.
 *
 * @param name of a custom event, as sent
 * @param category what the model made of a reply, where it did not abstain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Activity(
        String eventId,
        EventType type,
        @Nullable String name,
        Instant at,
        Instant receivedAt,
        @Nullable String leadEmail,
        @Nullable String campaignId,
        @Nullable String campaignName,
        @Nullable String account,
        @Nullable String category,
        @Nullable String snippet,
        OrganizationId organizationId) {

    static Activity of(ScoredEvent scored) {
        var event = scored.event();
        var classified = scored.classified();
        var category = classified == null || classified.abstained()
                ? null
                : classified.category().label();
        return new Activity(
                event.eventId(),
                event.type(),
                event.type() == EventType.CUSTOM ? event.name() : null,
                event.at(),
                event.receivedAt(),
                known(event.leadEmail()),
                known(event.campaignId()),
                known(event.campaignName()),
                known(event.account()),
                category,
                classified == null ? snippetOf(event) : known(classified.snippet()),
                event.organizationId());
    }

    boolean isReply() {
        return type == EventType.REPLY_RECEIVED;
    }

    private static @Nullable String snippetOf(Event event) {
        var reply = event.reply();
        return reply == null ? null : known(reply.snippet());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
