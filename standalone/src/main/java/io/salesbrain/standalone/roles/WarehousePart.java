package io.salesbrain.standalone.roles;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.clickhouse.schema.Migrations;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ClickHouse, reachable and with its schema. */
final class WarehousePart {
    private static final Logger LOG = LoggerFactory.getLogger(WarehousePart.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SCHEMA_PATIENCE = Duration.ofMinutes(2);
    private static final String FIRST_DATABASE = "default";

    private WarehousePart() {}

    /** Waits for ClickHouse, makes the database where it is missing, and brings the schema up to date. */
    static Warehouse open(WarehouseConfig config) {
        awaitAndCreateDatabase(config);
        // A new table beside the events is first filled from them.
        try (var patient = new Warehouse(config.withRequestTimeout(SCHEMA_PATIENCE))) {
            int applied = Migrations.fromClassPath().apply(patient);
            if (applied > 0) {
                LOG.info("applied {} schema files to database {}", applied, config.database());
            }
        }
        return new Warehouse(config);
    }

    private static void awaitAndCreateDatabase(WarehouseConfig config) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var first = new Warehouse(config.withDatabase(FIRST_DATABASE))) {
            while (true) {
                try {
                    first.execute("CREATE DATABASE IF NOT EXISTS {name:Identifier}", Map.of("name", config.database()));
                    return;
                } catch (WarehouseException e) {
                    if (!e.isRetryable() || System.nanoTime() > deadline) {
                        throw new RoleException(
                                "ClickHouse at " + config.url() + " does not answer: " + e.getMessage(), e);
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                }
            }
        }
    }
}
