package io.salesbrain.clickhouse.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sink tells of itself: its state, logged when it changes, and its meters. */
final class SinkMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(SinkApp.class);
    private static final long NEVER = 0;

    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong lastInsertMs = new AtomicLong(NEVER);
    private final Map<Table, Counter> rows = new EnumMap<>(Table.class);
    private final Map<Table, Timer> inserts = new EnumMap<>(Table.class);
    private final Counter deadLetters;
    private final Counter failedInserts;
    private volatile SinkState state = new SinkState.Starting();

    SinkMonitor(MeterRegistry registry) {
        for (var table : Table.values()) {
            rows.put(
                    table,
                    Counter.builder("salesbrain.sink.rows")
                            .description("Rows written to ClickHouse, those written again included")
                            .tag("table", table.label())
                            .register(registry));
            inserts.put(
                    table,
                    Timer.builder("salesbrain.sink.insert")
                            .description("How long ClickHouse took for one insert")
                            .tag("table", table.label())
                            .register(registry));
        }
        deadLetters = Counter.builder("salesbrain.sink.dead.letters")
                .description("Records that could not be stored and were set aside")
                .register(registry);
        failedInserts = Counter.builder("salesbrain.sink.insert.failures")
                .description("Inserts that ClickHouse did not take and that were tried again")
                .register(registry);
        Gauge.builder("salesbrain.sink.lag", lag, AtomicLong::doubleValue)
                .description("Records in the log that are not stored yet")
                .register(registry);
        Gauge.builder("salesbrain.sink.last.insert", lastInsertMs, ms -> ms.doubleValue() / 1000)
                .description("When rows were last written, seconds since 1970; 0 for not yet")
                .baseUnit("seconds")
                .register(registry);
    }

    SinkState state() {
        return state;
    }

    /** For the sink's own thread. Entering another kind of state is logged once, however often it is reported. */
    void enter(SinkState next) {
        var previous = state;
        state = next;
        if (previous.getClass() == next.getClass()) {
            return;
        }
        switch (next) {
            case SinkState.Starting _, SinkState.Running _, SinkState.Closed _ -> LOG.info("Sink: {}.", next.text());
            case SinkState.Waiting _, SinkState.Restarting _ -> LOG.warn("Sink: {}", next.text());
        }
    }

    void stored(Table table, int count, Duration took) {
        counted(rows, table).increment(count);
        counted(inserts, table).record(took);
        lastInsertMs.set(System.currentTimeMillis());
    }

    void insertFailed() {
        failedInserts.increment();
    }

    void setAside() {
        deadLetters.increment();
    }

    void lag(long recordsNotStored) {
        lag.set(recordsNotStored);
    }

    long lag() {
        return lag.get();
    }

    Optional<Instant> lastInsertAt() {
        long ms = lastInsertMs.get();
        return ms == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ms));
    }

    private static <M> M counted(Map<Table, M> meters, Table table) {
        var meter = meters.get(table);
        if (meter == null) {
            throw new IllegalStateException("every table has its meters");
        }
        return meter;
    }
}
