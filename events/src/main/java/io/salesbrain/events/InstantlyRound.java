package io.salesbrain.events;

import java.time.Instant;

/**
 * That an organization's workspace was looked at in the regular rounds.
 *
 * @param startedAt when that began, {@code at} when it ended
 * @param by the process that did it
 */
public record InstantlyRound(OrganizationId organizationId, Instant startedAt, Instant at, String by) {
    public String key() {
        return organizationId.value();
    }
}
