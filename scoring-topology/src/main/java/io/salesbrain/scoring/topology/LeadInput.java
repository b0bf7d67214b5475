package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.Event;
import io.salesbrain.events.ReplyCorrection;

/** What the lead stage hears of. */
sealed interface LeadInput {
    record Arrived(Event event) implements LeadInput {}

    /** From the burst stage, which compares the leads. */
    record Told(BurstFeedback feedback) implements LeadInput {}

    /** From a person, of what a reply means. */
    record Corrected(ReplyCorrection correction) implements LeadInput {}
}
