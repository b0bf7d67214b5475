package io.salesbrain.simulator.delivery;

import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.oddity.Soundness;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exactly what was sent so far. {@code fates} counts distinct events and {@code answers} single tries, both by what a careful receiver can
 * make of the body. {@code duplicated} counts the extra copies sent of an event, {@code retried} the tries after a first one,
 * {@code unlisted} the events never sent that the list of webhook events keeps silent about. Once nothing is underway, the figures are final.
 */
public record DeliveryReport(
        Map<Soundness, Fates> fates,
        Map<Soundness, Answers> answers,
        long retried,
        long duplicated,
        long unlisted,
        Map<Oddity, Long> generatedByOddity,
        Map<String, Long> generatedByType) {
    public static final DeliveryReport EMPTY = new DeliveryReport(Map.of(), Map.of(), 0, 0, 0, Map.of(), Map.of());

    public DeliveryReport {
        fates = Map.copyOf(fates);
        answers = Map.copyOf(answers);
        generatedByOddity = Map.copyOf(generatedByOddity);
        generatedByType = Map.copyOf(generatedByType);
    }

    public Fates fates(Soundness soundness) {
        return fates.getOrDefault(soundness, Fates.NONE);
    }

    public Answers answers(Soundness soundness) {
        return answers.getOrDefault(soundness, Answers.NONE);
    }

    /** Distinct events with all they need that were acknowledged: a receiver must have each of them, once. */
    public long acknowledged() {
        return fates(Soundness.SOUND).delivered();
    }

    /** Distinct events with all they need that were never acknowledged, yet may have arrived. */
    public long unsure() {
        return fates(Soundness.SOUND).unsure();
    }

    /**
     * Deliveries a receiver must have set aside with a reason: those it acknowledged although they lack something, and those that are no
     * JSON, which it refused, every try by itself. What is too long is refused and not kept.
     */
    public long toBeQuarantined() {
        Answers broken = answers(Soundness.BROKEN);
        return answers(Soundness.LACKING).taken() + broken.refused() + broken.taken();
    }

    public long generated() {
        return total().generated();
    }

    public long delivered() {
        return total().delivered();
    }

    public long failed() {
        return total().failed();
    }

    public long lost() {
        return total().lost();
    }

    public long withheld() {
        return total().withheld();
    }

    public long underway() {
        return total().underway();
    }

    /** Of how many events this oddity is true. */
    public long generatedBy(Oddity oddity) {
        return generatedByOddity.getOrDefault(oddity, 0L);
    }

    public DeliveryReport plus(DeliveryReport other) {
        Map<Soundness, Fates> allFates = new EnumMap<>(Soundness.class);
        Map<Soundness, Answers> allAnswers = new EnumMap<>(Soundness.class);
        for (Soundness soundness : Soundness.values()) {
            allFates.put(soundness, fates(soundness).plus(other.fates(soundness)));
            allAnswers.put(soundness, answers(soundness).plus(other.answers(soundness)));
        }
        Map<Oddity, Long> oddities = new EnumMap<>(Oddity.class);
        oddities.putAll(generatedByOddity);
        other.generatedByOddity.forEach((oddity, count) -> oddities.merge(oddity, count, Long::sum));
        Map<String, Long> types = new TreeMap<>(generatedByType);
        other.generatedByType.forEach((type, count) -> types.merge(type, count, Long::sum));
        return new DeliveryReport(
                allFates,
                allAnswers,
                retried + other.retried,
                duplicated + other.duplicated,
                unlisted + other.unlisted,
                oddities,
                types);
    }

    private Fates total() {
        return fates.values().stream().reduce(Fates.NONE, Fates::plus);
    }
}
