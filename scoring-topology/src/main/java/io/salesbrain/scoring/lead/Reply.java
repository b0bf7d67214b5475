package io.salesbrain.scoring.lead;

import io.salesbrain.events.CategorySource;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.scoring.lead.Corrections.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reply of the lead, however often and in whatever form it was delivered.
 *
 * @param deliveries its deliveries, in chronological order
 * @param face the delivery that stands for the reply: the first that was a reply_received, else the first
 * @param effectiveCategory a person's correction, else a label, else the model's opinion; the model does not judge what
 *     was delivered as automatic
 * @param source who gave the category
 * @param saidAtMs from when on it counts: a label from when it was given, all else from the reply on
 * @param automatic delivered as an auto-reply, at least once
 * @param isHuman no auto-reply, neither as delivered nor by its category
 */
record Reply(
        List<Placed> deliveries,
        Placed face,
        Optional<ReplyCategory> effectiveCategory,
        Optional<CategorySource> source,
        long saidAtMs,
        boolean automatic,
        boolean isHuman) {
    Reply {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * @param label the latest of Instantly's labels that belong to it
     * @param said what people said of replies
     */
    static Reply of(List<Placed> deliveries, @Nullable Placed label, Map<Touch, Said> said) {
        boolean automatic = false;
        Placed face = null;
        Judgement judgement = null;
        for (var delivery : deliveries) {
            var touch = delivery.touch();
            automatic |= touch.type() == EventType.AUTO_REPLY_RECEIVED;
            if (touch.type() == EventType.REPLY_RECEIVED) {
                face = face == null ? delivery : face;
                judgement = judgement == null ? touch.judgement() : judgement;
            }
        }
        Optional<ReplyCategory> opinion =
                automatic ? Optional.empty() : Optional.ofNullable(judgement).flatMap(Judgement::modelCategory);
        var correction = correction(deliveries, said);
        var labelled = Optional.ofNullable(label)
                .flatMap(given -> Conversation.categoryOfLabel(given.touch().type()));
        var category = correction.or(() -> labelled).or(() -> opinion);
        var source = correction.isPresent()
                ? CategorySource.PERSON
                : labelled.isPresent() ? CategorySource.INSTANTLY : CategorySource.MODEL;
        long saidAtMs = label != null && source == CategorySource.INSTANTLY
                ? label.touch().atMs()
                : deliveries.getFirst().touch().atMs();
        boolean human = !automatic
                && category.filter(c -> c == ReplyCategory.OUT_OF_OFFICE).isEmpty();
        return new Reply(
                deliveries,
                face == null ? deliveries.getFirst() : face,
                category,
                category.map(_ -> source),
                saidAtMs,
                automatic,
                human);
    }

    /** The latest that was said of any of its deliveries, unless it takes back what was said before. */
    private static Optional<ReplyCategory> correction(List<Placed> deliveries, Map<Touch, Said> said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return deliveries.stream()
                .map(delivery -> said.get(delivery.touch()))
                .filter(Objects::nonNull)
                .max(Corrections.BY_TIME)
                .map(Said::category);
    }

    long atMs() {
        return deliveries.getFirst().touch().atMs();
    }

    String campaignId() {
        return deliveries.getFirst().touch().campaignId();
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
