package io.salesbrain.query.readmodel;

import java.util.Optional;

/**
 * Which leads are asked for, by score falling.
 *
 * @param campaignId only leads of this campaign
 * @param hot only those that are, or that are not
 * @param after from behind this place on
 * @param limit at most so many
 */
public record LeadQuery(
        Optional<String> campaignId, Optional<Boolean> hot, Optional<LeadIndex.Place> after, int limit) {
    /** The first so many of all. */
    public static LeadQuery first(int limit) {
        return new LeadQuery(Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public LeadQuery ofCampaign(String id) {
        return new LeadQuery(Optional.of(id), hot, after, limit);
    }

    public LeadQuery hot(boolean wanted) {
        return new LeadQuery(campaignId, Optional.of(wanted), after, limit);
    }

    public LeadQuery after(LeadIndex.Place place) {
        return new LeadQuery(campaignId, hot, Optional.of(place), limit);
    }
}
