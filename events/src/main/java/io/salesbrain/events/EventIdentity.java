package io.salesbrain.events;

/**
 * What makes an event that event, within one organization. Parts that were not sent are empty; {@code sentAtMs} is
 * the instant as sent, in milliseconds since 1970 UTC, before any clamping.
 */
public record EventIdentity(
        EventType type,
        String name,
        long sentAtMs,
        String workspace,
        String campaignId,
        String leadEmail,
        String account,
        String emailId,
        StepVariant step) {}
