package io.salesbrain.classifier;

import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a reply was judged to be.
 *
 * @param category the likeliest category, also where the classifier abstains
 * @param probabilities every category with its probability; they sum to one
 * @param language en, de, other, or und where the text is too short to tell
 * @param abstained too unsure, or a language the model has not learnt: a person decides
 * @param returnDate the day named as the return, only for out_of_office
 */
public record Classification(
        ReplyCategory category,
        Map<ReplyCategory, Double> probabilities,
        String language,
        boolean abstained,
        String modelVersion,
        Optional<LocalDate> returnDate,
        String visibleText) {
    public Classification {
        probabilities = Map.copyOf(probabilities);
        if (probabilities.size() != ReplyCategory.values().length) {
            throw new IllegalArgumentException(
                    "a classification names every category, this one " + probabilities.keySet());
        }
    }

    public double probability(ReplyCategory of) {
        return probabilities.getOrDefault(of, 0.0);
    }
}
