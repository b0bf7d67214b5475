package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the scored-events topic carries. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScoredEvent.class, name = "scored_event"),
    @JsonSubTypes.Type(value = Watermark.class, name = "watermark")
})
public sealed interface ScoredRecord permits ScoredEvent, Watermark {}
