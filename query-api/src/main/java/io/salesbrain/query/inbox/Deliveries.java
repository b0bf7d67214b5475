package io.salesbrain.query.inbox;

import io.salesbrain.events.LeadReply;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The events that are one reply. */
final class Deliveries {
    private Deliveries() {}

    /** The one that stands for it comes first. */
    static SequencedSet<String> of(LeadReply reply) {
        var ids = new LinkedHashSet<String>();
        ids.add(reply.eventId());
        ids.addAll(reply.deliveries());
        return ids;
    }
}
