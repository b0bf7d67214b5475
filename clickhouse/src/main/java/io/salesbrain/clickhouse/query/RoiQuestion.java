package io.salesbrain.clickhouse.query;

import java.time.Instant;

/**
 * What is asked about money.
 *
 * @param from counts of the hours that begin, costs incurred and deals closed from here, inclusive; {@code Instant.MIN} for
 *     no limit
 * @param to up to here, exclusive; {@code Instant.MAX} for no limit
 * @param lookbackDays how many days before a deal was closed an e-mail still has a share in it
 */
public record RoiQuestion(
        Instant from, Instant to, RoiQuery.GroupBy groupBy, AttributionModel model, int lookbackDays) {
    /** Two hundred years: every e-mail there ever was. */
    public static final int WITHOUT_LIMIT = 73_000;

    public RoiQuestion {
        if (lookbackDays < 1 || lookbackDays > WITHOUT_LIMIT) {
            throw new IllegalArgumentException("lookback_days lies in 1.." + WITHOUT_LIMIT + ", not " + lookbackDays);
        }
    }

    /** Of all time. */
    public static RoiQuestion of(RoiQuery.GroupBy groupBy, AttributionModel model) {
        return new RoiQuestion(Instant.MIN, Instant.MAX, groupBy, model, WITHOUT_LIMIT);
    }
}
