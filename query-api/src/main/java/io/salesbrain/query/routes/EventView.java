package io.salesbrain.query.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.Json;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events as timelines and message lists show them. */
final class EventView {
    private static final Logger LOG = LoggerFactory.getLogger(EventView.class);

    private EventView() {}

    static Map<String, @Nullable Object> of(TimelineEntry entry) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", entry.eventId());
        view.put("type", entry.type());
        if (entry.type() == EventType.CUSTOM) {
            view.put("name", entry.name());
        }
        view.put("at", entry.at());
        view.put("campaign_id", known(entry.campaignId()));
        addStep(view, entry.step());
        view.put("account", known(entry.account()));
        addCategory(view, entry.category(), entry.abstained());
        view.put("snippet", known(entry.snippet()));
        view.put("flags", entry.flags());
        view.put("raw", raw(entry));
        return view;
    }

    static Map<String, @Nullable Object> of(Message message) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", message.eventId());
        view.put("type", message.type());
        view.put("at", message.at());
        view.put("lead_email", message.leadEmail());
        view.put("account", known(message.account()));
        addStep(view, message.step());
        view.put("email_id", known(message.emailId()));
        view.put("subject", known(message.subject()));
        view.put("text", known(message.text()));
        view.put("html", known(message.html()));
        view.put("snippet", known(message.snippet()));
        addCategory(view, message.category(), message.abstained());
        view.put("flags", message.flags());
        return view;
    }

    /** While the model abstains there is no category: a person decides. */
    private static void addCategory(
            Map<String, @Nullable Object> view, Optional<ReplyCategory> category, boolean abstained) {
        view.put("category", abstained ? null : category.orElse(null));
        if (abstained) {
            view.put("abstained", true);
        }
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

    private static @Nullable JsonNode raw(TimelineEntry event) {
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
