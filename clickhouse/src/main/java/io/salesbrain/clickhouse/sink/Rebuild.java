package io.salesbrain.clickhouse.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of filling the tables anew from the log: into a database of its own, beside the tables that are asked meanwhile,
 * which are exchanged at the end. What the sink wrote to the old tables in between is read once more into the new ones.
 *
 * <p>Stopped while it fills, it leaves a database that the next run throws away; stopped while it exchanges, the next run
 * goes on with that.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final String SUFFIX = "_rebuild";
    private static final Duration COPY_PATIENCE = Duration.ofMinutes(10);
    /** So few records that reading them takes no time. */
    private static final long CLOSE_BEHIND = 2_000;

    private static final int MOST_PASSES = 10;

    /** What only scored events fill: where the log was shortened, the old tables are the copy that is left. */
    private static final List<Table> OF_EVENTS =
            List.of(Table.EVENTS, Table.TOUCHES, Table.REPLIES, Table.CAMPAIGNS, Table.CORRESPONDENCE);

    private final SinkConfig config;
    private final Warehouse live;
    private final RebuildProgress progress;
    private final BooleanSupplier stopping;
    private final Consumer<String> edge;

    Rebuild(
            SinkConfig config,
            Warehouse live,
            RebuildProgress progress,
            BooleanSupplier stopping,
            Consumer<String> edge) {
        this.config = config;
        this.live = live;
        this.progress = progress;
        this.stopping = stopping;
        this.edge = edge;
    }

    void run() {
        if (finishInterrupted()) {
            return;
        }
        try (var fresh = new Warehouse(live.config().withDatabase(database()))) {
            drop();
            int files = Migrations.fromClassPath().apply(fresh);
            LOG.info("Rebuild: {} schema files applied to {}.", files, database());
            try (var pass = LogPass.fromStart(config)) {
                if (pass.isShortened(Topics.SCORED_EVENTS.name())) {
                    progress.enter(RebuildProgress.State.COPYING);
                    copyEvents();
                }
                progress.enter(RebuildProgress.State.FILLING);
                fill(pass, fresh);
                progress.enter(RebuildProgress.State.SWITCHING);
                var tables = new TableSwitch(live, fresh, edge);
                tables.begin(pass.places());
                finish(tables, pass.places());
            }
        }
    }

    /** Goes on with an exchange that was begun; false where there is none. */
    boolean finishInterrupted() {
        try (var fresh = new Warehouse(live.config().withDatabase(database()))) {
            var tables = new TableSwitch(live, fresh, edge);
            var places = tables.begun();
            if (places.isEmpty()) {
                return false;
            }
            LOG.warn("A rebuild was broken off while it exchanged tables; that is ended now.");
            progress.enter(RebuildProgress.State.SWITCHING);
            finish(tables, places.get());
            return true;
        }
    }

    private void fill(LogPass pass, Warehouse fresh) {
        var writer = writer(fresh);
        int passes = 0;
        long left = pass.left();
        do {
            progress.total(left);
            pass.run(writer, this::idle, progress::written);
            edge.accept("pass");
            left = pass.left();
        } while (left > CLOSE_BEHIND && ++passes < MOST_PASSES);
    }

    private void finish(TableSwitch tables, Map<TopicPartition, Long> places) {
        tables.exchange();
        edge.accept("top up");
        try (var pass = LogPass.from(config, places)) {
            pass.run(writer(live), this::idle, progress::written);
        }
        edge.accept("drop");
        drop();
    }

    private BatchWriter writer(Warehouse target) {
        return new BatchWriter(
                config,
                target::insert,
                (record, error) -> progress.refused(),
                new SinkMonitor(new SimpleMeterRegistry()));
    }

    private void copyEvents() {
        LOG.info("Rebuild: the log does not begin with the first event any more, so older rows are copied.");
        try (var patient = new Warehouse(live.config().withRequestTimeout(COPY_PATIENCE))) {
            for (var table : OF_EVENTS) {
                patient.execute(
                        "INSERT INTO " + database() + "." + table.label()
                                + " SETTINGS max_partitions_per_insert_block = 0 SELECT * FROM " + table.label(),
                        Map.of());
                idle(Duration.ZERO);
            }
        }
    }

    /** Without a place in a group to keep, waiting is just that. */
    private void idle(Duration duration) {
        if (stopping.getAsBoolean()) {
            throw new RebuildStoppedException();
        }
        LockSupport.parkNanos(duration.toNanos());
    }

    private void drop() {
        try (var server = new Warehouse(live.config().withDatabase("default"))) {
            server.execute("DROP DATABASE IF EXISTS " + database() + " SYNC", Map.of());
        }
    }

    private String database() {
        return live.config().database() + SUFFIX;
    }
}
