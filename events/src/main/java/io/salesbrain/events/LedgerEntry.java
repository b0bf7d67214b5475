package io.salesbrain.events;

import java.time.Instant;

/** Money that people enter: upsert by an id of their own, taken back by a tombstone. */
public sealed interface LedgerEntry permits Cost, Deal {
    OrganizationId organizationId();

    /** Chosen by who records it, once per organization and kind. */
    String entryId();

    /** The time it counts for. */
    Instant countsAt();

    Instant recordedAt();

    /** Of its record in the log. */
    default String key() {
        return key(organizationId(), entryId());
    }

    static String key(OrganizationId organization, String entryId) {
        return organization + "/" + entryId;
    }
}
