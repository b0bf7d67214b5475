package io.salesbrain.query.routes;

import io.salesbrain.events.Money;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a report, and what holds for all of it. */
@Says("What was spent and what came back, group by group.")
record RoiReportView(
        @Says("The groups, by id.") List<RoiView> items,

        @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
        String nextStartingAfter,

        @Says("Of the deals closed in the period, what no group brought.")
        List<Money> unattributed,

        @Says("Costs of the period that belong to none of the groups.")
        List<Money> unattributedCost,

        @Says("Closed in the period.") long deals,

        @Says("Their amounts; revenue of all groups and unattributed add up to them.")
        List<Money> closed,

        @Says("What one opportunity is worth: as asked for, else the mean of the period's deals.")
        List<Money> opportunityValue,

        @Says("What the groups are.") @Bounds(oneOf = {"campaign", "account", "step", "organization"})
        String groupBy,

        @Says("How deals are shared out.") String model,
        @Says("As asked for; null for no limit.") @Nullable Integer lookbackDays,
        @Says("As asked for; null for no begin.") @Nullable Instant from,
        @Says("As asked for; null for no end.") @Nullable Instant to,
        @Says("What the words mean.") Map<String, String> definitions) {}
