package io.salesbrain.query.ledger;

import io.salesbrain.clickhouse.query.LedgerTable;
import io.salesbrain.events.LedgerEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topic;
import io.salesbrain.query.http.Body;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tells costs from deals.
 *
 * @param noun for sentences
 * @param topic where they are kept
 * @param table where they can be asked for
 * @param fields the members of one, or the columns of a line; the id first
 * @param filters of a list, by the name of their parameter
 */
record LedgerKind<T extends LedgerEntry>(
        String noun,
        Topic<String, T> topic,
        LedgerTable table,
        List<String> fields,
        Map<String, Function<T, @Nullable String>> filters,
        Reader<T> reader,
        View<T> view) {
    /** Reads what was sent; a field that is wrong is an error that names it. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Body body, OrganizationId organization, Instant recordedAt);
    }

    /** As the API shows it. */
    @FunctionalInterface
    interface View<T> {
        Object of(T entry);
    }

    String idField() {
        return fields.getFirst();
    }
}
