package io.salesbrain.scoring.reference;

import io.salesbrain.events.Classified;
import io.salesbrain.events.Counts;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.scoring.topology.TestTopology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the real topology makes of inputs. */
record Product(Map<String, LeadState> leads, Map<RateKey, Counts> rates, Map<String, Classified> read) {

    /** @param inputs in the order in which they arrive */
    static Product of(List<Input> inputs) {
        try (var topology = TestTopology.withDefaults()) {
            for (var input : inputs) {
                switch (input) {
                    case Input.Arrived(var event) -> topology.send(event);
                    case Input.Corrected(var correction) -> topology.send(correction);
                }
            }
            var leads = new HashMap<String, LeadState>();
            var read = new HashMap<String, Classified>();
            var rates = topology.buckets();
            topology.leadStates().forEach(state -> leads.put(state.key(), state));
            topology.scoredEvents().forEach(scored -> classified(scored, read));
            return new Product(leads, rates, read);
        }
    }

    private static void classified(ScoredEvent scored, Map<String, Classified> read) {
        if (scored.classified() != null) {
            read.put(scored.event().eventId(), scored.classified());
        }
    }

    /** Where it and the reference differ about the organization that these inputs are of. */
    List<String> disagreements(OrganizationId organization, List<Input> inputs) {
        var its = leads.values().stream()
                .filter(lead -> lead.organizationId().equals(organization))
                .toList();
        var cells = new HashMap<>(rates);
        cells.keySet().removeIf(key -> !key.organizationId().equals(organization));
        return Findings.of(its, cells).disagreements(Findings.of(inputs, read, its));
    }
}
