package io.salesbrain.query.routes;

import io.salesbrain.query.api.Says;
import io.salesbrain.query.quarantine.ReplayReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a replay did. */
@Says("What a replay did.")
record ReplayReportView(
        @Says("Deliveries of which events were taken now.") int replayed,
        @Says("Events those gave.") int accepted,

        @Says("Deliveries that are still rejected, wholly or in part; they stay open.")
        int rejected,

        @Says("Deliveries that were not tried.") int skipped,

        @Says("Each delivery, at most 1,000; those that were tried first.")
        List<ReplayReport.Item> items,

        @Says("Where the next replay of all goes on; null at the end.") @Nullable
        String nextStartingAfter) {}
