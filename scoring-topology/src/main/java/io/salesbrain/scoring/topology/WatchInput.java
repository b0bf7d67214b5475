package io.salesbrain.scoring.topology;

import io.salesbrain.events.RateRecord;

/** What the watch stage learns of. */
sealed interface WatchInput {
    /** The counts of an hour have changed. */
    record Counted(RateRecord value) implements WatchInput {}

    record Failed(AccountIncident incident) implements WatchInput {}
}
