package io.salesbrain.instantly.sync;

import io.salesbrain.events.Counts;
import io.salesbrain.events.OrganizationId;
import java.util.Set;

/** What we have counted. */
@FunctionalInterface
public interface OurCounts {
    /** Of a campaign, over all time, in these organizations together. */
    Counts ofCampaign(Set<OrganizationId> organizations, String campaignId);

    /** Whether so much that arrived is still to be counted that a comparison says little. */
    default boolean areBehind() throws InterruptedException {
        return false;
    }
}
