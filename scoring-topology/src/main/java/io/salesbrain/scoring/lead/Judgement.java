package io.salesbrain.scoring.lead;

import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a history remembers of a reply's text.
 *
 * @param textHash of the visible text, to recognise the same reply delivered twice
 * @param opinion the model's category; null while it abstains, or where it does not judge
 * @param returnDate of an out-of-office reply, where it names one
 * @param thread what the delivery says of the conversation it belongs to
 */
public record Judgement(
        long textHash,
        @Nullable ReplyCategory opinion,
        @Nullable LocalDate returnDate,
        ThreadHint thread) {
    public Judgement(long textHash, @Nullable ReplyCategory opinion, @Nullable LocalDate returnDate) {
        this(textHash, opinion, returnDate, ThreadHint.NONE);
    }

    Optional<ReplyCategory> modelCategory() {
        return Optional.ofNullable(opinion);
    }
}
