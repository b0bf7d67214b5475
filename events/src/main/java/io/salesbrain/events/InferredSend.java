package io.salesbrain.events;

import java.time.Instant;

/** A send that was never delivered to us but must have happened, for a later event of the same e-mail did. */
public record InferredSend(
        String eventId, Instant at, String campaignId, StepVariant step, String account, String becauseOf) {}
