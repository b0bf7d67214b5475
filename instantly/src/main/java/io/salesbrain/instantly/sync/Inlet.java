package io.salesbrain.instantly.sync;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Set;

/** Where fetched payloads go in, by the same rules as delivered ones. */
@FunctionalInterface
public interface Inlet {
    /** Returns how many became events, duplicates included, when the log durably has them. */
    int take(OrganizationId organization, List<String> payloads, Set<EventFlag> flags);
}
