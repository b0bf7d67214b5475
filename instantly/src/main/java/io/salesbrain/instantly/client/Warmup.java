package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How the warm-up of a mailbox went lately: the only sign Instantly gives of inbox or spam. */
public record Warmup(long sent, long received, long landedInbox, long landedSpam, Optional<Double> healthScore) {
    static Warmup of(JsonNode json) {
        var fields = new Fields(json);
        return new Warmup(
                fields.count("sent"),
                fields.count("received"),
                fields.count("landed_inbox"),
                fields.count("landed_spam"),
                fields.decimal("health_score").map(Number::doubleValue));
    }
}
