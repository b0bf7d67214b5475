package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Lead;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Step;
import io.salesbrain.simulator.world.Variant;
import java.time.Instant;

/** A campaign mail sent to one lead. */
public record Mail(Correspondence correspondence, Step step, Variant variant, Instant sentAt) {
    public Lead lead() {
        return correspondence.lead();
    }

    public Campaign campaign() {
        return correspondence.campaign();
    }

    public Mailbox mailbox() {
        return correspondence.mailbox();
    }

    ReplyWriter.Original asOriginal() {
        return new ReplyWriter.Original(lead(), campaign(), mailbox(), variant, sentAt);
    }
}
