package io.salesbrain.clickhouse.query;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what several queries say of the same groups. */
final class RoiSums {
    private static final Comparator<Dimension> BY_ID = Comparator.comparing(RoiSums::sortKey);

    private final Map<Dimension, Counts> counts = new HashMap<>();
    private final Map<Dimension, Map<String, BigDecimal>> costs = new HashMap<>();
    private final Map<Dimension, Map<String, BigDecimal>> revenues = new HashMap<>();
    private final Map<Dimension, Long> deals = new HashMap<>();
    private final Map<String, BigDecimal> unattributed = new TreeMap<>();
    private final Map<String, BigDecimal> unattributedCost = new TreeMap<>();
    private final Map<String, BigDecimal> closed = new TreeMap<>();
    private long closedDeals;

    void counts(Dimension of, Counts found) {
        counts.put(of, found);
    }

    void cost(Optional<Dimension> of, String currency, BigDecimal amount) {
        of.map(group -> costs.computeIfAbsent(group, _ -> new TreeMap<>()))
                .orElse(unattributedCost)
                .merge(currency, amount, BigDecimal::add);
    }

    void revenue(Optional<Dimension> of, String currency, BigDecimal amount, long number) {
        of.ifPresent(group -> deals.merge(group, number, Long::sum));
        of.map(group -> revenues.computeIfAbsent(group, _ -> new TreeMap<>()))
                .orElse(unattributed)
                .merge(currency, amount, BigDecimal::add);
    }

    void closed(String currency, BigDecimal amount, long number) {
        closed.merge(currency, amount, BigDecimal::add);
        closedDeals += number;
    }

    RoiReport report() {
        var keys = new HashSet<>(counts.keySet());
        keys.addAll(costs.keySet());
        keys.addAll(revenues.keySet());
        var groups = keys.stream()
                .sorted(BY_ID)
                .map(of -> new RoiReport.Group(
                        of,
                        counts.getOrDefault(of, Counts.zero()),
                        money(costs.getOrDefault(of, Map.of())),
                        deals.getOrDefault(of, 0L),
                        money(revenues.getOrDefault(of, Map.of()))))
                .toList();
        return new RoiReport(groups, money(unattributed), money(unattributedCost), closedDeals, money(closed));
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
