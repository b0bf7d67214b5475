package io.salesbrain.scoring.topology;

import io.salesbrain.events.Event;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.scoring.hot.StandingChange;
import io.salesbrain.scoring.lead.FollowUpBasis;
import java.util.Optional;

/** What the lead stage sends on; each kind goes its own way. */
sealed interface LeadOutput {
    record Scored(ScoredRecord value) implements LeadOutput {}

    record State(LeadRecord value) implements LeadOutput {}

    /** A difference to be added to one bucket of rates. */
    record Delta(RateRecord value) implements LeadOutput {}

    /** A lead has moved in the order of its organization's scores. */
    record Moved(StandingChange value) implements LeadOutput {}

    /**
     * What an event means for the lead's follow-ups.
     *
     * @param language of the reply, where it is one and tells
     */
    record Planned(Event event, Optional<String> language, FollowUpBasis before, FollowUpBasis after)
            implements LeadOutput {}
}
