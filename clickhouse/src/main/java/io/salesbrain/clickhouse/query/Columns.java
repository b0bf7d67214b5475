package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Row;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Columns that several tables have, as the vocabulary's types. */
final class Columns {
    /** What DateTime64 holds; everything stored lies within. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2299-12-31T23:59:59.999Z");

    private Columns() {}

    static StepVariant step(Row row) {
        return new StepVariant(row.intValue("sequence"), row.intValue("step"), row.intValue("variant"));
    }

    static List<EventFlag> flags(Row row) {
        return row.<String>list("flags").stream()
                .map(label -> EventFlag.valueOf(label.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Empty where the model judged nothing. */
    static Optional<ReplyCategory> category(Row row) {
        return ReplyCategory.ofLabel(row.string("category"));
    }

    /** Without the zeros that only the column's type added. */
    static BigDecimal amount(Row row) {
        var amount = row.decimal("amount").stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** As near as the column's type comes to it, so that {@code Instant.MIN} and {@code MAX} mean without limit. */
    static Instant storable(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    static int limit(int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit lies in 1..1000, not " + limit);
        }
        return limit;
    }
}
