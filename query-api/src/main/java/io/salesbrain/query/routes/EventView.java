package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.Json;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that happened with a lead. */
@Says("Something that happened with a lead.")
sealed interface EventView {
    /** It was delivered to us. */
    @Says("An event as it was delivered.")
    record DeliveredEvent(
            @Says("The same for every delivery of this event.")
            String eventId,

            @Says("What happened.") EventType type,

            @Says("The name as sent; of custom events only.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            @Says("When it happened.") Instant at,
            @Says("Null where none was named.") @Nullable String campaignId,

            @Says("The subsequence; left out in the main sequence.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer sequence,

            @Says("Which e-mail, from 1; null where unknown.") @Nullable
            Integer step,

            @Says("Which variant of it, from 1; null where unknown.") @Nullable
            Integer variant,

            @Says("The mailbox; null where unknown.") @Nullable
            String account,

            @Says("What a reply means, as the model sees it; null for what is no reply, and while it abstains.")
            @Nullable
            ReplyCategory category,

            @Says("True where the model leaves it to a person; else left out.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Boolean abstained,

            @Says("How a reply's visible text begins.") @Nullable
            String snippet,

            @Says("What is to be known of it besides.") List<EventFlag> flags,

            @Says("The delivery as it came; null where it is no JSON.") @Nullable
            JsonNode raw)
            implements EventView {}

    /** Never delivered: it follows from a later event. */
    @Says("A send that was never delivered to us: it follows from a later event of the same e-mail.")
    record InferredEvent(
            @Says("Of its own; the same each time it is inferred.")
            String eventId,

            @Says("Always a send.") EventType type,
            @Says("The time of the event it follows from.") Instant at,
            @Says("Null where none was named.") @Nullable String campaignId,

            @Says("The subsequence; left out in the main sequence.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer sequence,

            @Says("Which e-mail, from 1; null where unknown.") @Nullable
            Integer step,

            @Says("Which variant of it, from 1; null where unknown.") @Nullable
            Integer variant,

            @Says("The mailbox; null where unknown.") @Nullable
            String account,

            @Says("Holds inferred.") List<EventFlag> flags,
            @Says("The event it follows from.") String becauseOf,

            @Says("Always null: there is no delivery behind it.") @Nullable
            JsonNode raw)
            implements EventView {}

    static EventView of(TimelineEntry entry) {
        return new DeliveredEvent(
                entry.eventId(),
                entry.type(),
                entry.type() == EventType.CUSTOM ? entry.name() : null,
                entry.at(),
                known(entry.campaignId()),
                sequence(entry.step()),
                step(entry.step()),
                variant(entry.step()),
                known(entry.account()),
                entry.abstained() ? null : entry.category().orElse(null),
                entry.abstained() ? true : null,
                known(entry.snippet()),
                entry.flags(),
                Raw.of(entry));
    }

    static EventView of(InferredSend send) {
        return new InferredEvent(
                send.eventId(),
                EventType.EMAIL_SENT,
                send.at(),
                known(send.campaignId()),
                sequence(send.step()),
                step(send.step()),
                variant(send.step()),
                known(send.account()),
                List.of(EventFlag.INFERRED),
                send.becauseOf(),
                null);
    }

    /** Null in the main sequence. */
    static @Nullable Integer sequence(StepVariant step) {
        return step.sequence() > 0 ? (Integer) step.sequence() : null;
    }

    static @Nullable Integer step(StepVariant step) {
        return step.isStepKnown() ? (Integer) step.step() : null;
    }

    static @Nullable Integer variant(StepVariant step) {
        return step.isVariantKnown() ? (Integer) step.variant() : null;
    }

    static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The delivery's own JSON. */
    final class Raw {
        private static final Logger LOG = LoggerFactory.getLogger(EventView.class);

        private Raw() {}

        static @Nullable JsonNode of(TimelineEntry event) {
            try {
                return event.raw().isEmpty() ? null : Json.MAPPER.readTree(event.raw());
            } catch (JsonProcessingException e) {
                LOG.warn("the raw text of event {} is no JSON, it is left out", event.eventId(), e);
                return null;
            }
        }
    }
}
