package io.salesbrain.events;

import java.time.Instant;

/**
 * One event's share of a lead's score: {@code points · human · 2^(−age/half-life)} is what it is worth at a time.
 *
 * @param human the likelihood, 0 to 1, that a person caused it
 * @param why a sentence for the salesperson
 */
public record Contribution(
        String eventId, EventType type, Instant at, String campaignId, int points, double human, String why) {}
