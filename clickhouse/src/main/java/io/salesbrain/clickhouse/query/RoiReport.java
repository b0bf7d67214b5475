package io.salesbrain.clickhouse.query;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Money;
import java.util.List;

/**
 * What was spent and what came of it, before deals.
 *
 * @param groups by their ids
 * @param unattributed costs that belong to none of the groups, one amount per currency
 */
public record RoiReport(List<Group> groups, List<Money> unattributed) {
    public RoiReport {
        groups = List.copyOf(groups);
        unattributed = List.copyOf(unattributed);
    }

    /**
     * @param of the campaign, account, step or organization
     * @param counts by event time
     * @param cost one amount per currency
     */
    public record Group(Dimension of, Counts counts, List<Money> cost) {
        public Group {
            cost = List.copyOf(cost);
        }
    }
}
