package io.salesbrain.query.routes;

import io.salesbrain.events.QuarantineReason;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be tried again. */
@Says("Either quarantine_ids, or all with what narrows it down.")
record ReplaySent(
        @Says("Which ones, at most 1,000.") @Nullable List<String> quarantineIds,
        @Says("True for all that fit.") @Nullable Boolean all,

        @Says("With all: only this organization's.") @Bounds @Nullable
        String organizationId,

        @Says("With all: only what was set aside for this.") @Nullable
        QuarantineReason reason,

        @Says("With all: goes on where the last replay ended.") @Bounds @Nullable
        String startingAfter)
        implements Sent {}
