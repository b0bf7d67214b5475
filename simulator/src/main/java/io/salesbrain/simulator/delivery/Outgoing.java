package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.oddity.Soundness;
import java.util.Optional;

/**
 * An event ready to be told. {@code sequence} decides its fate; a {@code punctual} one is told once and at once, whatever the habits.
 * {@code eventType} is what it is, even where an {@code oddity} made the body call it something else.
 */
public record Outgoing(
        long sequence,
        String eventType,
        String campaignId,
        ObjectNode body,
        boolean punctual,
        Optional<Oddity> oddity) {
    /** An event as the documentation has it. */
    public Outgoing(long sequence, String eventType, String campaignId, ObjectNode body, boolean punctual) {
        this(sequence, eventType, campaignId, body, punctual, Optional.empty());
    }

    public Soundness soundness() {
        return oddity.map(Oddity::soundness).orElse(Soundness.SOUND);
    }
}
