package io.salesbrain.scoring.watch;

import io.salesbrain.events.OrganizationId;

/**
 * An account or a campaign of an organization.
 *
 * @param account empty for a campaign, and the other way round
 */
public record WatchSubject(OrganizationId organization, String account, String campaignId) {
    private static final String ACCOUNT = "a";
    private static final String CAMPAIGN = "c";

    public static WatchSubject account(OrganizationId organization, String account) {
        return new WatchSubject(organization, account, "");
    }

    public static WatchSubject campaign(OrganizationId organization, String campaignId) {
        return new WatchSubject(organization, "", campaignId);
    }

    public boolean isCampaign() {
        return !campaignId.isEmpty();
    }

    /** Under which it is kept. */
    public String key() {
        return organization + "/" + (isCampaign() ? CAMPAIGN + "/" + campaignId : ACCOUNT + "/" + account);
    }

    public static WatchSubject parse(String key) {
        var parts = key.split("/", 3);
        var organization = new OrganizationId(parts[0]);
        return parts[1].equals(CAMPAIGN) ? campaign(organization, parts[2]) : account(organization, parts[2]);
    }
}
