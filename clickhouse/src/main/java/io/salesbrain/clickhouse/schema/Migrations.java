package io.salesbrain.clickhouse.schema;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema that the numbered SQL files describe, each file once, in order. What was applied stands with
 * its checksum in the table {@code schema_migrations}; a file that was applied and has changed since stops the start.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String CREATE_TABLE = """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number UInt32,
                name String,
                checksum String,
                applied_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC')
            ) ENGINE = ReplacingMergeTree ORDER BY number
            COMMENT 'Which numbered schema files have been applied here'""";

    private final List<Migration> migrations;

    /** Migrations given in any order. */
    public Migrations(List<Migration> migrations) {
        Map<Integer, Migration> byNumber = new HashMap<>();
        for (Migration migration : migrations) {
            Migration other = byNumber.putIfAbsent(migration.number(), migration);
            if (other != null) {
                throw new MigrationException("The schema files " + other.fileName() + " and " + migration.fileName()
                        + " have the same number.");
            }
        }
        this.migrations = migrations.stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    /** The files in the class-path folder {@code schema}. */
    public static Migrations fromClassPath() {
        return new Migrations(MigrationFiles.find(Migrations.class.getClassLoader(), "schema"));
    }

    /** All DDL in order, for people to read. */
    public String printable() {
        return migrations.stream()
                .map(migration ->
                        "-- " + migration.fileName() + "\n" + migration.sql().strip() + "\n")
                .collect(Collectors.joining("\n"));
    }

    /**
     * Applies what the warehouse's database does not have yet, and makes the database if it is missing.
     *
     * @return how many files were applied
     */
    public int apply(Warehouse warehouse) {
        createDatabase(warehouse.config());
        warehouse.execute(CREATE_TABLE, Map.of());
        try (MigrationLock lock = MigrationLock.take(warehouse)) {
            Map<Integer, String> applied = applied(warehouse);
            int count = 0;
            for (Migration migration : migrations) {
                String checksum = applied.get(migration.number());
                if (checksum == null) {
                    run(warehouse, lock, migration);
                    count++;
                } else if (!checksum.equals(migration.checksum())) {
                    throw new MigrationException("The schema file " + migration.fileName()
                            + " has changed since it was applied to the database "
                            + warehouse.config().database()
                            + ": undo the change and put it into a new file with the next number.");
                }
            }
            return count;
        }
    }

    private static void createDatabase(WarehouseConfig config) {
        try (Warehouse server = new Warehouse(config.withDatabase("default"))) {
            List<Long> found = server.query(
                    "SELECT count() AS n FROM system.databases WHERE name = {name:String}",
                    Map.of("name", config.database()),
                    row -> row.longValue("n"));
            if (found.getFirst() == 0) {
                server.execute("CREATE DATABASE IF NOT EXISTS " + config.database(), Map.of());
            }
        }
    }

    private static Map<Integer, String> applied(Warehouse warehouse) {
        Map<Integer, String> applied = new HashMap<>();
        warehouse.queryEach(
                "SELECT number, checksum FROM schema_migrations FINAL",
                Map.of(),
                row -> applied.put(row.intValue("number"), row.string("checksum")));
        return applied;
    }

    private static void run(Warehouse warehouse, MigrationLock lock, Migration migration) {
        List<String> statements = migration.statements();
        for (int i = 0; i < statements.size(); i++) {
            lock.renew();
            try {
                warehouse.execute(statements.get(i), Map.of());
            } catch (RuntimeException e) {
                throw new MigrationException(
                        "The schema file " + migration.fileName() + " failed at its statement " + (i + 1) + " of "
                                + statements.size() + ": " + e.getMessage(),
                        e);
            }
        }
        warehouse.execute(
                "INSERT INTO schema_migrations (number, name, checksum) SELECT {number:UInt32}, {name:String}, {checksum:String}",
                Map.of("number", migration.number(), "name", migration.name(), "checksum", migration.checksum()));
        LOG.info("Schema {}: {} statements applied.", migration.fileName(), statements.size());
    }
}
