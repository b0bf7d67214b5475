package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the rates topic carries. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RateBucket.class, name = "rate_bucket"),
    @JsonSubTypes.Type(value = Watermark.class, name = "watermark")
})
public sealed interface RateRecord permits RateBucket, Watermark {}
