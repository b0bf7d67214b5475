package io.salesbrain.clickhouse.schema;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two processes from migrating one database at a time. The lock is a table: of several CREATE TABLE of one name exactly
 * one succeeds, which is the only such promise ClickHouse gives without a coordination service. Its holder inserts a row at
 * once and before each statement. The rows are in memory only, so a lock whose server was restarted is empty; an empty lock, or
 * one that was not renewed for {@link #STALE_AFTER}, belongs to a process that died and is removed.
 *
 * <p>It holds within one ClickHouse server; replicas are to be migrated one after the other.
 */
final class MigrationLock implements AutoCloseable {
    static final Duration STALE_AFTER = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    private static final Duration EMPTY_FOR = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TABLE_ALREADY_EXISTS = 57;
    private static final int UNKNOWN_TABLE = 60;
    private static final String TABLE = "schema_migrations_lock";

    private final Warehouse warehouse;

    private MigrationLock(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Waits for the lock, a little longer than it takes until the lock of a dead process is stale. */
    static MigrationLock take(Warehouse warehouse) {
        long deadline = System.nanoTime() + STALE_AFTER.plusSeconds(10).toNanos();
        long lastSeenHeld = System.nanoTime();
        while (!create(warehouse)) {
            State state = look(warehouse);
            long now = System.nanoTime();
            if (state != State.EMPTY) {
                lastSeenHeld = now;
            }
            if (state == State.STALE || now - lastSeenHeld > EMPTY_FOR.toNanos()) {
                LOG.warn(
                        "A migration of {} was broken off; its lock is removed.",
                        warehouse.config().database());
                drop(warehouse);
            } else if (now > deadline) {
                throw new MigrationException("Another process has been migrating the database "
                        + warehouse.config().database() + " for too long: see what it does, or drop the table " + TABLE
                        + ".");
            } else {
                pause();
            }
        }
        MigrationLock lock = new MigrationLock(warehouse);
        lock.renew();
        return lock;
    }

    /** Says that the holder is alive; no statement may take longer than the age at which a lock is stale. */
    void renew() {
        warehouse.execute("INSERT INTO " + TABLE + " SELECT now64(3, 'UTC')", Map.of());
    }

    private enum State {
        FREE,
        EMPTY,
        HELD,
        STALE
    }

    private static boolean create(Warehouse warehouse) {
        try {
            warehouse.execute(
                    "CREATE TABLE " + TABLE + " (renewed_at DateTime64(3, 'UTC')) ENGINE = Memory"
                            + " COMMENT 'Held while the schema is migrated'",
                    Map.of());
            return true;
        } catch (WarehouseException e) {
            if (e.code() == TABLE_ALREADY_EXISTS) {
                return false;
            }
            throw e;
        }
    }

    private static State look(Warehouse warehouse) {
        try {
            return warehouse
                    .query(
                            "SELECT count() AS renewals, max(renewed_at) < now() - {seconds:UInt32} AS stale FROM "
                                    + TABLE,
                            Map.of("seconds", STALE_AFTER.toSeconds()),
                            row -> {
                                if (row.longValue("renewals") == 0) {
                                    return State.EMPTY;
                                }
                                return row.bool("stale") ? State.STALE : State.HELD;
                            })
                    .getFirst();
        } catch (WarehouseException e) {
            if (e.code() == UNKNOWN_TABLE) {
                return State.FREE;
            }
            throw e;
        }
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
