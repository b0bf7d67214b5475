package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Costs beside what came of them. */
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

    private static final Comparator<Dimension> BY_ID = Comparator.comparing(RoiQuery::sortKey);

    private final Warehouse warehouse;

    public RoiQuery(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Counts of the hours that begin, and costs incurred, from {@code from} inclusive to {@code to} exclusive; {@code
     * Instant.MIN} and {@code MAX} for no limit. Amounts of different currencies are kept apart.
     */
    public RoiReport run(OrganizationId organization, Instant from, Instant to, GroupBy groupBy) {
        var parameters = parameters(organization, from, to, groupBy);
        var counts = new HashMap<Dimension, Counts>();
        warehouse.queryEach(COUNTS, parameters, row -> counts.put(dimension(row, groupBy), counts(row)));

        var costs = new HashMap<Dimension, Map<String, BigDecimal>>();
        var unattributed = new TreeMap<String, BigDecimal>();
        warehouse.queryEach(COSTS, parameters, row -> {
            var sums = bearer(row, groupBy)
                    .map(of -> costs.computeIfAbsent(of, _ -> new TreeMap<>()))
                    .orElse(unattributed);
            sums.merge(row.string("currency"), Columns.amount(row), BigDecimal::add);
        });

        var keys = new TreeSet<>(BY_ID);
        keys.addAll(counts.keySet());
        keys.addAll(costs.keySet());
        var groups = keys.stream()
                .map(of -> new RoiReport.Group(
                        of, counts.getOrDefault(of, Counts.zero()), money(costs.getOrDefault(of, Map.of()))))
                .toList();
        return new RoiReport(groups, money(unattributed));
    }

    static Map<String, Object> parameters(OrganizationId organization, Instant from, Instant to, GroupBy groupBy) {
        return Map.of(
                "organization_id",
                organization.value(),
                "dimension",
                groupBy.dimension,
                "from",
                Columns.storable(from),
                "to",
                Columns.storable(to));
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

    private static Optional<String> named(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    private static String sortKey(Dimension of) {
        return switch (of) {
            case Dimension.Organization() -> "";
            case Dimension.Campaign(var id) -> id;
            case Dimension.Account(var account) -> account;
            case Dimension.Step(var id, var step) ->
                "%s\0%05d%05d%05d".formatted(id, step.sequence(), step.step(), step.variant());
        };
    }

    private static List<Money> money(Map<String, BigDecimal> byCurrency) {
        return byCurrency.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }
}
