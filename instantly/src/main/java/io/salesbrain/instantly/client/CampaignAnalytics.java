package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A campaign's totals by Instantly's count. {@code replies} leave automatic ones out. */
public record CampaignAnalytics(
        String campaignId,
        String campaignName,
        Code<CampaignStatus> status,
        long leads,
        long contacted,
        long sent,
        long opens,
        long clicks,
        long replies,
        long automaticReplies,
        long bounced,
        long unsubscribed,
        long completed) {
    static CampaignAnalytics of(JsonNode json) {
        var fields = new Fields(json);
        return new CampaignAnalytics(
                fields.text("campaign_id"),
                fields.text("campaign_name"),
                fields.code("campaign_status", CampaignStatus.class),
                fields.count("leads_count"),
                fields.count("contacted_count"),
                fields.count("emails_sent_count"),
                fields.count("open_count"),
                fields.count("link_click_count"),
                fields.count("reply_count"),
                fields.count("reply_count_automatic"),
                fields.count("bounced_count"),
                fields.count("unsubscribed_count"),
                fields.count("completed_count"));
    }
}
