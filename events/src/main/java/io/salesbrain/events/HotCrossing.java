package io.salesbrain.events;

import java.time.Instant;
import java.util.List;

/**
 * A lead has become hot and its organization is told so, once.
 *
 * @param at when it was noticed
 * @param score of the lead at that time
 * @param threshold of the organization at that time
 * @param reasons what most of the score comes from, the weightiest first
 */
public record HotCrossing(
        OrganizationId organizationId,
        String leadEmail,
        Instant at,
        double score,
        double threshold,
        List<Contribution> reasons,
        List<String> campaignIds) {
    public HotCrossing {
        reasons = List.copyOf(reasons);
        campaignIds = List.copyOf(campaignIds);
    }

    /** The key of its lead. */
    public String key() {
        return new Subject.Lead(leadEmail).logKey(organizationId);
    }
}
