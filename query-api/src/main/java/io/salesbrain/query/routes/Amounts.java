package io.salesbrain.query.routes;

import io.salesbrain.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums and shares of money, each currency by itself. */
final class Amounts {
    private static final int MIN_DECIMALS = 2;
    private static final int MAX_DECIMALS = 4;

    private final Map<String, BigDecimal> sums = new TreeMap<>();

    static Amounts of(Collection<Money> amounts) {
        var sum = new Amounts();
        amounts.forEach(sum::add);
        return sum;
    }

    void add(Money money) {
        sums.merge(money.currency(), money.amount(), BigDecimal::add);
    }

    /** By currency. */
    List<Money> list() {
        return sums.entrySet().stream()
                .map(entry -> new Money(plain(entry.getValue()), entry.getKey()))
                .toList();
    }

    /** What one of so many costs, to the ten-thousandth; nothing where there are none. */
    List<Money> per(long number) {
        if (number <= 0) {
            return List.of();
        }
        return sums.entrySet().stream()
                .map(entry -> new Money(
                        plain(entry.getValue().divide(BigDecimal.valueOf(number), MAX_DECIMALS, RoundingMode.HALF_UP)),
                        entry.getKey()))
                .toList();
    }

    /** Two decimals, or more where they say something. */
    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < MIN_DECIMALS ? stripped.setScale(MIN_DECIMALS) : stripped;
    }
}
