package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Costs beside what came of them and the deals they brought. */
public final class RoiQuery {
    /** What figures are cut by. Costs have no step, so by step they are all unattributed. */
    public enum GroupBy {
        CAMPAIGN("campaign"),
        ACCOUNT("account"),
        STEP("step"),
        ORGANIZATION("organization");

        private final String dimension;

        GroupBy(String dimension) {
            this.dimension = dimension;
        }
    }

    static final String COUNTS = "SELECT campaign_id, account, sequence, step, variant,\n    "
            + Arrays.stream(Metric.values())
                    .map(metric -> "sum(rates." + metric.label() + ") AS " + metric.label())
                    .collect(Collectors.joining(",\n    "))
            + """

            FROM rates FINAL
            WHERE organization_id = {organization_id:String} AND dimension = {dimension:String}
                AND hour >= {from:DateTime64(3, 'UTC')} AND hour < {to:DateTime64(3, 'UTC')}
            GROUP BY campaign_id, account, sequence, step, variant""";

    static final String COSTS = """
            SELECT campaign_id, account, currency, sum(costs.amount) AS amount
            FROM costs FINAL
            WHERE organization_id = {organization_id:String}
                AND incurred_at >= {from:DateTime64(3, 'UTC')} AND incurred_at < {to:DateTime64(3, 'UTC')}
            GROUP BY campaign_id, account, currency""";

    static final String REVENUE = """
            SELECT attributed, campaign_id, account, sequence, step, variant, currency, sum(share) AS amount, count() AS deals
            FROM attribution(
                organization_id = {organization_id:String}, model = {model:String}, group_by = {dimension:String},
                from = {from:DateTime64(3, 'UTC')}, to = {to:DateTime64(3, 'UTC')}, lookback_days = {lookback_days:UInt32})
            GROUP BY attributed, campaign_id, account, sequence, step, variant, currency""";

    static final String CLOSED = """
            SELECT currency, sum(deals.amount) AS amount, count() AS deals
            FROM deals FINAL
            WHERE organization_id = {organization_id:String}
                AND closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {to:DateTime64(3, 'UTC')}
            GROUP BY currency""";

    private final Warehouse warehouse;

    public RoiQuery(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Amounts of different currencies are kept apart. */
    public RoiReport run(OrganizationId organization, RoiQuestion question) {
        var parameters = parameters(organization, question);
        var sums = new RoiSums();
        warehouse.queryEach(COUNTS, parameters, row -> sums.counts(dimension(row, question.groupBy()), counts(row)));
        warehouse.queryEach(
                COSTS,
                parameters,
                row -> sums.cost(bearer(row, question.groupBy()), row.string("currency"), Columns.amount(row)));
        warehouse.queryEach(
                REVENUE,
                parameters,
                row -> sums.revenue(
                        earner(row, question.groupBy()),
                        row.string("currency"),
                        Columns.amount(row),
                        row.longValue("deals")));
        warehouse.queryEach(
                CLOSED,
                parameters,
                row -> sums.closed(row.string("currency"), Columns.amount(row), row.longValue("deals")));
        return sums.report();
    }

    static Map<String, Object> parameters(OrganizationId organization, RoiQuestion question) {
        return Map.of(
                "organization_id",
                organization.value(),
                "dimension",
                question.groupBy().dimension,
                "model",
                question.model().label(),
                "lookback_days",
                question.lookbackDays(),
                "from",
                Columns.storable(question.from()),
                "to",
                Columns.storable(question.to()));
    }

    private static Counts counts(Row row) {
        return Counts.of(Arrays.stream(Metric.values())
                .collect(Collectors.toMap(Metric::label, metric -> row.longValue(metric.label()))));
    }

    private static Dimension dimension(Row row, GroupBy groupBy) {
        return switch (groupBy) {
            case CAMPAIGN -> new Dimension.Campaign(row.string("campaign_id"));
            case ACCOUNT -> new Dimension.Account(row.string("account"));
            case STEP -> new Dimension.Step(row.string("campaign_id"), Columns.step(row));
            case ORGANIZATION -> new Dimension.Organization();
        };
    }

    /** Which group a cost belongs to, if any. */
    private static Optional<Dimension> bearer(Row row, GroupBy groupBy) {
        return switch (groupBy) {
            case CAMPAIGN -> named(row.string("campaign_id")).map(Dimension.Campaign::new);
            case ACCOUNT -> named(row.string("account")).map(Dimension.Account::new);
            case STEP -> Optional.empty();
            case ORGANIZATION -> Optional.of(new Dimension.Organization());
        };
    }

    /** Which group a share of a deal belongs to, if any. */
    private static Optional<Dimension> earner(Row row, GroupBy groupBy) {
        if (!row.bool("attributed")) {
            return Optional.empty();
        }
        return switch (groupBy) {
            case CAMPAIGN, STEP, ORGANIZATION -> Optional.of(dimension(row, groupBy));
            case ACCOUNT -> named(row.string("account")).map(Dimension.Account::new);
        };
    }

    private static Optional<String> named(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
