package io.salesbrain.query.quarantine;

import io.salesbrain.events.Quarantined;
import io.salesbrain.events.ReplayOutcome;
import java.util.List;

/** Takes quarantined deliveries through the receiver's rules again; whoever has the receiver's code brings it along. */
@FunctionalInterface
public interface QuarantineReplay {
    /** One outcome for each delivery, in their order, once the log durably has what the outcomes say. */
    List<ReplayOutcome> replay(List<Quarantined> deliveries);
}
