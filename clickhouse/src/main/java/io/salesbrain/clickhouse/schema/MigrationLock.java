package io.salesbrain.clickhouse.schema;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two processes from migrating one database at a time. The lock is a table: of several CREATE TABLE of one name exactly
 * one succeeds, which is the only such promise ClickHouse gives without a coordination service. A lock older than
 * {@link #STALE_AFTER} belongs to a process that died and is removed.
 *
 * <p>It holds within one ClickHouse server; replicas are to be migrated one after the other.
 */
final class MigrationLock implements AutoCloseable {
    static final Duration STALE_AFTER = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TABLE_ALREADY_EXISTS = 57;
    private static final String TABLE = "schema_migrations_lock";

    private final Warehouse warehouse;

    private MigrationLock(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Waits for the lock, at most until a lock that was there at the call would be stale. */
    static MigrationLock take(Warehouse warehouse) {
        Instant deadline = Instant.now().plus(STALE_AFTER).plusSeconds(10);
        while (!create(warehouse)) {
            if (removeIfStale(warehouse)) {
                continue;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new MigrationException("Another process has been migrating the database "
                        + warehouse.config().database() + " for too long: see what it does, or drop the table " + TABLE
                        + ".");
            }
            pause();
        }
        return new MigrationLock(warehouse);
    }

    private static boolean create(Warehouse warehouse) {
        try {
            warehouse.execute(
                    "CREATE TABLE " + TABLE
                            + " (nothing UInt8) ENGINE = Memory COMMENT 'Held while the schema is migrated'",
                    Map.of());
            return true;
        } catch (WarehouseException e) {
            if (e.code() == TABLE_ALREADY_EXISTS) {
                return false;
            }
            throw e;
        }
    }

    private static boolean removeIfStale(Warehouse warehouse) {
        List<Long> stale = warehouse.query(
                """
                SELECT count() AS n FROM system.tables
                WHERE database = currentDatabase() AND name = {name:String}
                    AND metadata_modification_time < now() - {seconds:UInt32}""", Map.of("name", TABLE, "seconds", STALE_AFTER.toSeconds()), row -> row.longValue("n"));
        if (stale.getFirst() == 0) {
            return false;
        }
        LOG.warn(
                "A migration of {} was broken off; its lock is removed.",
                warehouse.config().database());
        drop(warehouse);
        return true;
    }

    private static void drop(Warehouse warehouse) {
        warehouse.execute("DROP TABLE IF EXISTS " + TABLE + " SYNC", Map.of());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Waiting for another migration was interrupted.", e);
        }
    }

    @Override
    public void close() {
        drop(warehouse);
    }
}
