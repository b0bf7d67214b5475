package io.salesbrain.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people said of an alert.
 *
 * @param acknowledgedAt when somebody took it up; null while nobody has
 * @param mutedUntil until when nobody is to be told of it; null for not muted
 */
public record AlertDecision(
        OrganizationId organizationId,
        String alertId,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant mutedUntil,
        Instant at) {
    public String key() {
        return Alert.key(organizationId, alertId);
    }
}
