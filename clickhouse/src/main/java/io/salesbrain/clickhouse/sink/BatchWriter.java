package io.salesbrain.clickhouse.sink;

import io.salesbrain.clickhouse.WarehouseException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/**
 * Writes a batch, table after table, watermarks last. Returns only when each row is stored or set aside: what ClickHouse
 * cannot take now is tried until it can; a row it will never take is found by halving and set aside.
 */
final class BatchWriter {
    /** Waits, and keeps the place in the consumer group meanwhile. */
    @FunctionalInterface
    interface Idle {
        void idle(Duration duration);
    }

    /**
     * ClickHouse would drop an insert that equals an earlier one: not needed, and wrong where rows were deleted between.
     * Times of events are whatever a sender wrote, so one insert may touch any number of years.
     */
    static final Map<String, String> SETTINGS = Map.of(
            "insert_deduplicate", "0",
            "max_partitions_per_insert_block", "0",
            "date_time_input_format", "basic",
            "input_format_skip_unknown_fields", "0");

    private final TableInsert target;
    private final SetAside setAside;
    private final SinkMonitor monitor;
    private final Backoff backoff;

    BatchWriter(SinkConfig config, TableInsert target, SetAside setAside, SinkMonitor monitor) {
        this.target = target;
        this.setAside = setAside;
        this.monitor = monitor;
        this.backoff = new Backoff(config.firstPause(), config.longestPause());
    }

    void write(Batch batch, Idle idle) {
        // Before the watermarks too: what they vouch for is stored or set aside.
        batch.unreadable().forEach(unreadable -> setAside.setAside(unreadable.origin(), unreadable.error()));
        for (var table : Table.values()) {
            write(table, batch.rows(table), idle);
        }
    }

    private void write(Table table, List<TableRow> rows, Idle idle) {
        var left = new ArrayDeque<List<TableRow>>();
        if (!rows.isEmpty()) {
            left.push(rows);
        }
        while (!left.isEmpty()) {
            var part = left.pop();
            switch (attempt(table, part)) {
                case Outcome.Stored() -> backoff.reset();
                case Outcome.Unavailable() -> {
                    idle.idle(backoff.next());
                    left.push(part);
                }
                case Outcome.Refused(var error) -> {
                    if (part.size() == 1) {
                        setAside.setAside(part.getFirst().origin(), error);
                    } else {
                        left.push(part.subList(part.size() / 2, part.size()));
                        left.push(part.subList(0, part.size() / 2));
                    }
                    idle.idle(Duration.ZERO);
                }
            }
        }
    }

    private Outcome attempt(Table table, List<TableRow> rows) {
        long started = System.nanoTime();
        try {
            target.insert(table.label(), lines(rows), SETTINGS);
        } catch (WarehouseException e) {
            var message = String.valueOf(e.getMessage());
            if (isTheRowsFault(e)) {
                return new Outcome.Refused(message);
            }
            monitor.insertFailed();
            monitor.enter(new SinkState.Waiting(message));
            return new Outcome.Unavailable();
        }
        monitor.stored(table, rows.size(), Duration.ofNanos(System.nanoTime() - started));
        monitor.enter(new SinkState.Running());
        return new Outcome.Stored();
    }

    /** A column that the table does not have is the schema's fault: setting rows aside for it would empty the log. */
    static boolean isTheRowsFault(WarehouseException e) {
        return e.kind() == WarehouseException.Kind.POISON
                && !String.valueOf(e.getMessage()).contains("Unknown field");
    }

    private static byte[] lines(List<TableRow> rows) {
        var lines = new ByteArrayOutputStream(
                rows.stream().mapToInt(TableRow::lineBytes).sum());
        rows.forEach(row -> row.writeLine(lines));
        return lines.toByteArray();
    }

    private sealed interface Outcome {
        record Stored() implements Outcome {}

        record Unavailable() implements Outcome {}

        record Refused(String error) implements Outcome {}
    }
}
