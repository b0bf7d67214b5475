package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A campaign.
 *
 * @param json all Instantly says of it
 */
public record Campaign(
        String id,
        String name,
        Code<CampaignStatus> status,
        Optional<Code<NotSendingStatus>> notSending,
        OptionalInt dailyLimit,
        List<String> accounts,
        Optional<Instant> updatedAt,
        JsonNode json) {
    static Campaign of(JsonNode json) {
        var fields = new Fields(json);
        return new Campaign(
                fields.text("id"),
                fields.text("name"),
                fields.code("status", CampaignStatus.class),
                fields.optionalCode("not_sending_status", NotSendingStatus.class),
                fields.number("daily_limit"),
                fields.texts("email_list"),
                fields.time("timestamp_updated"),
                json);
    }
}
