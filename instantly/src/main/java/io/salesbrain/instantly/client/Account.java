package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sending mailbox, known by its address.
 *
 * @param trouble what its mail server last complained of; empty where nothing is wrong
 */
public record Account(
        String email,
        Code<AccountStatus> status,
        Code<WarmupStatus> warmupStatus,
        Code<ProviderCode> provider,
        OptionalInt dailyLimit,
        Optional<Double> warmupScore,
        OptionalInt warmupLimit,
        String trouble,
        Optional<Instant> updatedAt) {
    static Account of(JsonNode json) {
        var fields = new Fields(json);
        var message = fields.object("status_message");
        return new Account(
                fields.text("email"),
                fields.code("status", AccountStatus.class),
                fields.code("warmup_status", WarmupStatus.class),
                fields.code("provider_code", ProviderCode.class),
                fields.number("daily_limit"),
                fields.decimal("stat_warmup_score").map(Number::doubleValue),
                fields.object("warmup").number("limit"),
                message.optionalText("response")
                        .or(() -> message.optionalText("e_message"))
                        .orElse(""),
                fields.time("timestamp_updated"));
    }
}
