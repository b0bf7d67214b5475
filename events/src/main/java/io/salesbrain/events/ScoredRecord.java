package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the scored-events topic carries. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScoredEvent.class, name = "scored_event"),
    @JsonSubTypes.Type(value = Watermark.class, name = "watermark")
})
public sealed interface ScoredRecord permits ScoredEvent, Watermark {
    /** The delivery's own text; empty for a watermark. */
    static String raw(ScoredRecord scored) {
        return scored instanceof ScoredEvent event ? event.event().raw() : "";
    }

    static ScoredRecord withRaw(ScoredRecord scored, String raw) {
        return switch (scored) {
            case ScoredEvent(var event, var partition, var ordinal, var classified) ->
                new ScoredEvent(event.withRaw(raw), partition, ordinal, classified);
            case Watermark mark -> mark;
        };
    }
}
