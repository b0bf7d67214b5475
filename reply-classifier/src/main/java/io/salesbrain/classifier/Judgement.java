package io.salesbrain.classifier;

import io.salesbrain.classifier.dates.ReturnDates;
import io.salesbrain.classifier.text.Language;
import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From raw probabilities to a classification: what headers rule out, when to abstain, when the writer returns. */
final class Judgement {
    private static final Set<ReplyCategory> MACHINE_WRITTEN =
            EnumSet.of(ReplyCategory.OUT_OF_OFFICE, ReplyCategory.WRONG_PERSON, ReplyCategory.OTHER);

    /** Mail servers put these before the subject of an automatic reply. */
    private static final Set<String> MACHINE_SUBJECTS = Set.of(
            "automatic reply",
            "automatische antwort",
            "auto reply",
            "auto-reply",
            "autoreply",
            "autoreply message",
            "abwesenheitsnotiz",
            "abwesenheitsbenachrichtigung",
            "out of office",
            "autosvar");

    private Judgement() {}

    static Classification of(
            Reply reply, String visibleText, Map<ReplyCategory, Double> raw, double abstainBelow, String modelVersion) {
        Map<ReplyCategory, Double> probabilities = isMachineWritten(reply) ? restricted(raw) : raw;
        ReplyCategory best = best(probabilities);
        Language language = Language.of(visibleText);
        boolean abstained = !language.isRead() || of(probabilities, best) < abstainBelow;
        Optional<LocalDate> returnDate = best == ReplyCategory.OUT_OF_OFFICE
                ? ReturnDates.in(visibleText, reply.receivedAt())
                : Optional.empty();
        return new Classification(
                best, probabilities, language.code(), abstained, modelVersion, returnDate, visibleText);
    }

    private static boolean isMachineWritten(Reply reply) {
        int colon = reply.subject().indexOf(':');
        return reply.machineHeaders()
                || (colon > 0
                        && colon < 40
                        && MACHINE_SUBJECTS.contains(
                                reply.subject().substring(0, colon).strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<ReplyCategory, Double> restricted(Map<ReplyCategory, Double> raw) {
        double sum = MACHINE_WRITTEN.stream().mapToDouble(c -> of(raw, c)).sum();
        Map<ReplyCategory, Double> probabilities = new EnumMap<>(ReplyCategory.class);
        for (ReplyCategory category : ReplyCategory.values()) {
            double share = sum > 0 ? of(raw, category) / sum : 1.0 / MACHINE_WRITTEN.size();
            probabilities.put(category, MACHINE_WRITTEN.contains(category) ? share : 0);
        }
        return probabilities;
    }

    private static ReplyCategory best(Map<ReplyCategory, Double> probabilities) {
        ReplyCategory best = ReplyCategory.OTHER;
        for (ReplyCategory category : ReplyCategory.values()) {
            if (of(probabilities, category) > of(probabilities, best)) {
                best = category;
            }
        }
        return best;
    }

    private static double of(Map<ReplyCategory, Double> probabilities, ReplyCategory category) {
        return probabilities.getOrDefault(category, 0.0);
    }
}
