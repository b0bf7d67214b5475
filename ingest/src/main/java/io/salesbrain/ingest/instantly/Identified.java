package io.salesbrain.ingest.instantly;

import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;

/** A delivery of which it is known what it is, when it was sent, and whose it is. */
public record Identified(
        InstantlyPayload payload, EventType type, String name, Instant sentAt, OrganizationId organizationId) {}
