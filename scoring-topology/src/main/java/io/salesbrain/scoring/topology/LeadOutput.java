package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ScoredRecord;

/** What the lead stage sends on; each kind goes its own way. */
sealed interface LeadOutput {
    record Scored(ScoredRecord value) implements LeadOutput {}

    record State(LeadRecord value) implements LeadOutput {}

    /** A difference to be added to one bucket of rates. */
    record Delta(RateRecord value) implements LeadOutput {}

    /** An open or click, or a round that asks how far these are worked off, for the burst stage. */
    record Seen(BurstInput value) implements LeadOutput {}

    /** To another partition of the leads. */
    record Answer(BurstFeedback value) implements LeadOutput {}
}
