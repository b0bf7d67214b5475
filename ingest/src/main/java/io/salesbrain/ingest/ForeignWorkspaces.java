package io.salesbrain.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.tenancy.Directory;

/** The credential alone says whose an event is; a body that claims another workspace is worth a person's look. */
final class ForeignWorkspaces {
    private final Directory directory;
    private final Counter seen;

    ForeignWorkspaces(Directory directory, MeterRegistry metrics) {
        this.directory = directory;
        this.seen = Counter.builder("salesbrain.ingest.foreign_workspace")
                .description("Accepted events that named a workspace known not to be the sender's.")
                .register(metrics);
    }

    Event flag(Event event, OrganizationId sender) {
        if (!directory.isForeignWorkspace(sender, event.workspace())) {
            return event;
        }
        seen.increment();
        return event.flagged(EventFlag.FOREIGN_WORKSPACE);
    }
}
