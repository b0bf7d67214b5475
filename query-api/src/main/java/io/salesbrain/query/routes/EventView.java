package io.salesbrain.query.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.Json;
import io.salesbrain.events.StepVariant;
import io.salesbrain.query.warehouse.Archive.StoredEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events as timelines and message lists show them. */
final class EventView {
    private static final Logger LOG = LoggerFactory.getLogger(EventView.class);

    private EventView() {}

    static Map<String, @Nullable Object> of(StoredEvent event) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", event.eventId());
        view.put("type", event.type());
        if (event.type().equals(EventType.CUSTOM.label())) {
            view.put("name", event.name());
        }
        view.put("at", event.at());
        view.put("campaign_id", known(event.campaignId()));
        view.put("campaign_name", known(event.campaignName()));
        addStep(view, event.step());
        view.put("account", known(event.account()));
        view.put("category", known(event.category()));
        view.put("snippet", known(event.snippet()));
        view.put("flags", event.flags());
        view.put("raw", raw(event));
        return view;
    }

    /** There is no delivery behind it: its raw event is null, and it says what it follows from. */
    static Map<String, @Nullable Object> of(InferredSend send) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", send.eventId());
        view.put("type", EventType.EMAIL_SENT);
        view.put("at", send.at());
        view.put("campaign_id", known(send.campaignId()));
        addStep(view, send.step());
        view.put("account", known(send.account()));
        view.put("flags", List.of(EventFlag.INFERRED));
        view.put("because_of", send.becauseOf());
        view.put("raw", null);
        return view;
    }

    /** Unknown numbers are null; the sequence is shown where it is a subsequence. */
    static void addStep(Map<String, @Nullable Object> view, StepVariant step) {
        if (step.sequence() > 0) {
            view.put("sequence", step.sequence());
        }
        view.put("step", step.isStepKnown() ? step.step() : null);
        view.put("variant", step.isVariantKnown() ? step.variant() : null);
    }

    private static @Nullable JsonNode raw(StoredEvent event) {
        try {
            return event.raw().isEmpty() ? null : Json.MAPPER.readTree(event.raw());
        } catch (JsonProcessingException e) {
            LOG.warn("the raw text of event {} is no JSON, it is left out", event.eventId(), e);
            return null;
        }
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
