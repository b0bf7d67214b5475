package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reply of the lead, however often and in whatever form it was delivered.
 *
 * @param deliveries its deliveries, in chronological order
 * @param label the category of the latest of Instantly's labels that belong to it
 */
record Reply(List<Placed> deliveries, @Nullable ReplyCategory label) {
    Reply {
        deliveries = List.copyOf(deliveries);
    }

    long atMs() {
        return deliveries.getFirst().touch().atMs();
    }

    String campaignId() {
        return deliveries.getFirst().touch().campaignId();
    }

    /** The delivery that stands for the reply: the first that was a reply_received, else the first. */
    Placed face() {
        return received().findFirst().orElse(deliveries.getFirst());
    }

    private Stream<Placed> received() {
        return deliveries.stream().filter(placed -> placed.touch().type() == EventType.REPLY_RECEIVED);
    }

    private boolean deliveredAsAutomatic() {
        return deliveries.stream().anyMatch(placed -> placed.touch().type() == EventType.AUTO_REPLY_RECEIVED);
    }

    /** A label, else the model's opinion; the model does not judge what was delivered as automatic. */
    Optional<ReplyCategory> effectiveCategory() {
        if (label != null) {
            return Optional.of(label);
        }
        return deliveredAsAutomatic() ? Optional.empty() : modelCategory();
    }

    private Optional<ReplyCategory> modelCategory() {
        return received()
                .map(placed -> placed.touch().judgement())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(Judgement::modelCategory);
    }

    boolean isHuman() {
        return !deliveredAsAutomatic()
                && effectiveCategory()
                        .filter(c -> c == ReplyCategory.OUT_OF_OFFICE)
                        .isEmpty();
    }

    boolean isPositive() {
        return effectiveCategory().filter(ReplyCategory::isPositive).isPresent();
    }

    boolean isA(ReplyCategory category) {
        return effectiveCategory().filter(c -> c == category).isPresent();
    }

    Optional<LocalDate> returnDate() {
        return deliveries.stream()
                .map(placed -> placed.touch().judgement())
                .filter(Objects::nonNull)
                .map(Judgement::returnDate)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
