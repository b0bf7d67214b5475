package io.salesbrain.events;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model made of a reply.
 *
 * @param category the likeliest category, also when the model abstained
 * @param probabilities per category, summing to 1
 * @param language ISO 639-1, or {@code und}
 * @param abstained the model is not sure enough: a person decides
 * @param returnDate for out_of_office, the day the person is back, where the text says so
 * @param snippet the beginning of the visible text
 */
public record Classified(
        ReplyCategory category,
        Map<ReplyCategory, Double> probabilities,
        String language,
        boolean abstained,
        String modelVersion,
        @Nullable LocalDate returnDate,
        String snippet) {
    public Classified {
        probabilities = Map.copyOf(probabilities);
    }
}
