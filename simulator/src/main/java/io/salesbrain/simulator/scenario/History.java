package io.salesbrain.simulator.scenario;

import java.util.List;
import java.util.Map;

/**
 * An organization's past: {@code events} up to the origin in the order of time, and what the live part goes on from. {@code tails}
 * holds, per correspondence, what was already bound to happen after the origin; {@code nextLead} the first unused lead number per
 * campaign number.
 */
public record History(
        List<ScriptedEvent> events,
        List<List<Moment>> tails,
        List<Correspondence> correspondences,
        Map<Integer, Integer> nextLead) {
    public History {
        events = List.copyOf(events);
        tails = tails.stream().map(List::copyOf).toList();
        correspondences = List.copyOf(correspondences);
        nextLead = Map.copyOf(nextLead);
    }
}
