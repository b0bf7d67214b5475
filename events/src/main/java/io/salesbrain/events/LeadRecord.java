package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the lead-states topic carries. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LeadState.class, name = "lead_state"),
    @JsonSubTypes.Type(value = Watermark.class, name = "watermark")
})
public sealed interface LeadRecord permits LeadState, Watermark {}
