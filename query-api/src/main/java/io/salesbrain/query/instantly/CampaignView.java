package io.salesbrain.query.instantly;

import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.query.api.Says;

/** A campaign of Instantly's after something was done with it. */
@Says("A campaign at Instantly.")
record CampaignView(
        @Says("Instantly's id of it.") String campaignId,
        @Says("Its name.") String campaignName,
        @Says("Instantly's word for its state.") String status) {
    static CampaignView of(Campaign campaign) {
        return new CampaignView(
                campaign.id(), campaign.name(), campaign.status().label());
    }
}
