package io.salesbrain.clickhouse.query;

import io.salesbrain.events.ReplyCategory;
import java.util.Map;
import java.util.Optional;

/**
 * What the model made of a reply.
 *
 * @param category the likeliest, also where it abstained; empty where it judged nothing
 * @param language ISO 639-1 or und; empty where it judged nothing
 */
public record Judgement(
        Optional<ReplyCategory> category,
        Map<ReplyCategory, Double> probabilities,
        boolean abstained,
        String language) {
    public static final Judgement NONE = new Judgement(Optional.empty(), Map.of(), false, "");

    public Judgement {
        probabilities = Map.copyOf(probabilities);
    }
}
