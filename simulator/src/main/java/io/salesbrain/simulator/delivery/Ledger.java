package io.salesbrain.simulator.delivery;

import io.salesbrain.simulator.delivery.Fates.Fate;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.oddity.Soundness;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what a courier does. */
final class Ledger {
    /** Customers name their labels freely; what comes after so many names is counted together. */
    private static final int MOST_TYPES = 1_000;

    private static final String OTHER_TYPES = "(others)";

    private final Map<Soundness, Fates> fates = new EnumMap<>(Soundness.class);
    private final Map<Soundness, Answers> answers = new EnumMap<>(Soundness.class);
    private final Map<Oddity, Long> oddities = new EnumMap<>(Oddity.class);
    private final Map<String, Long> types = new HashMap<>();
    private long retried;
    private long duplicated;
    private long unlisted;

    synchronized void generated(Outgoing event) {
        add(event.soundness(), Fates.ofOne(Fate.GENERATED, false));
        event.oddity().ifPresent(oddity -> oddities.merge(oddity, 1L, Long::sum));
        boolean room = types.size() < MOST_TYPES || types.containsKey(event.eventType());
        types.merge(room ? event.eventType() : OTHER_TYPES, 1L, Long::sum);
    }

    synchronized void settled(Outgoing event, Fate fate, boolean unsure) {
        add(event.soundness(), Fates.ofOne(fate, unsure));
    }

    synchronized void answered(Outgoing event, Answer answer) {
        answers.merge(event.soundness(), Answers.ofOne(answer), Answers::plus);
    }

    synchronized void retried() {
        retried++;
    }

    synchronized void duplicated() {
        duplicated++;
    }

    synchronized void unlisted() {
        unlisted++;
    }

    synchronized DeliveryReport report() {
        return new DeliveryReport(fates, answers, retried, duplicated, unlisted, oddities, types);
    }

    private void add(Soundness soundness, Fates more) {
        fates.merge(soundness, more, Fates::plus);
    }
}
