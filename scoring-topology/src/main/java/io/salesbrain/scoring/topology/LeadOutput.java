package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import io.salesbrain.events.Event;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.OrganizationId;
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
     * What a change means for the lead's follow-ups.
     *
     * @param heard the event behind it; none where only the light has changed in which others are seen
     */
    record Planned(
            OrganizationId organization,
            String leadEmail,
            Optional<Heard> heard,
            FollowUpBasis before,
            FollowUpBasis after)
            implements LeadOutput {}

    /** @param language of the reply, where it is one and tells */
    record Heard(Event event, Optional<String> language) {}

    /** An open or click, or a round that asks how far these are worked off, for the burst stage. */
    record Seen(BurstInput value) implements LeadOutput {}

    /** To another partition of the leads. */
    record Answer(BurstFeedback value) implements LeadOutput {}
}
