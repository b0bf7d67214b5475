package io.salesbrain.events;

import java.time.Instant;

/**
 * What a person said of a follow-up.
 *
 * @param state done or dismissed
 */
public record FollowUpDecision(OrganizationId organizationId, String followUpId, FollowUpState state, Instant at) {
    public FollowUpDecision {
        if (state != FollowUpState.DONE && state != FollowUpState.DISMISSED) {
            throw new IllegalArgumentException("a person says done or dismissed, not " + state.label());
        }
    }

    public String key() {
        return organizationId + "/" + followUpId;
    }
}
