package io.salesbrain.clickhouse.query;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Money;
import java.util.List;

/**
 * What was spent, what came of it and what it brought. Of each currency, the groups' revenue and what is unattributed add
 * up to the deals.
 *
 * @param groups by their ids
 * @param unattributed of deals, what no group brought: their leads were sent nothing before, or nobody knows what
 * @param unattributedCost costs that belong to none of the groups
 * @param deals how many were closed
 * @param closed their amounts
 */
public record RoiReport(
        List<Group> groups, List<Money> unattributed, List<Money> unattributedCost, long deals, List<Money> closed) {
    public static final RoiReport EMPTY = new RoiReport(List.of(), List.of(), List.of(), 0, List.of());

    public RoiReport {
        groups = List.copyOf(groups);
        unattributed = List.copyOf(unattributed);
        unattributedCost = List.copyOf(unattributedCost);
        closed = List.copyOf(closed);
    }

    /**
     * @param of the campaign, account, step or organization
     * @param counts by event time
     * @param cost one amount per currency
     * @param deals in which it has a share
     * @param revenue its shares, one amount per currency
     */
    public record Group(Dimension of, Counts counts, List<Money> cost, long deals, List<Money> revenue) {
        public Group {
            cost = List.copyOf(cost);
            revenue = List.copyOf(revenue);
        }

        /** Of which nothing is known. */
        public static Group empty(Dimension of) {
            return new Group(of, Counts.zero(), List.of(), 0, List.of());
        }
    }
}
