package io.salesbrain.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.WarehouseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the engine's process: what survives its end, and what ends with its parent. */
class EmbeddedEngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void keepsTablesViewsAndRowsOverARestart() {
        EngineConfig config = EngineConfig.at(folder);
        try (EmbeddedEngine engine = EmbeddedEngine.start(config);
                Warehouse warehouse = warehouse(engine)) {
            createTable(warehouse);
            warehouse.execute("CREATE VIEW one AS SELECT * FROM t WHERE n = {n:UInt64}", Map.of());
            insert(warehouse, 7);
        }
        try (EmbeddedEngine engine = EmbeddedEngine.start(config);
                Warehouse warehouse = warehouse(engine)) {
            assertThat(warehouse.query("SELECT n FROM one(n = {n:UInt64})", Map.of("n", 7), row -> row.longValue("n")))
                    .containsExactly(7L);
            assertThat(engine.restarts()).isZero();
        }
    }

    @Test
    void comesBackOnTheSameAddressWithEveryAcknowledgedRowAfterAKill() throws InterruptedException {
        try (EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(folder));
                Warehouse warehouse = warehouse(engine)) {
            createTable(warehouse);
            AtomicLong acknowledged = new AtomicLong();
            CountDownLatch busy = new CountDownLatch(20);
            Thread writer = Thread.ofPlatform().start(() -> insertUntilRefused(warehouse, acknowledged, busy));
            busy.await();

            kill(engine.processId(), true);
            writer.join(PATIENCE);
            awaitRestart(engine, 1);
            long rows = countWithPatience(warehouse);
            assertThat(rows).isBetween(acknowledged.get(), acknowledged.get() + 1);
            insert(warehouse, rows);
            assertThat(count(warehouse)).isEqualTo(rows + 1);

            kill(engine.processId(), false);
            awaitRestart(engine, 2);
            assertThat(countWithPatience(warehouse)).isEqualTo(rows + 1);
        }
    }

    /** Only threads of the operating system are among all stack traces. */
    @Test
    void itsSilenceHoldsNoCarrierOfVirtualThreads() {
        try (EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(folder))) {
            assertThat(engine.restarts()).isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("engine-out", "engine-log");
        }
    }

    @Test
    void endsWithItsParentHoweverThatDies() throws Exception {
        String classPath = System.getProperty("java.class.path");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "-D" + EngineLibrary.HOME_PROPERTY + "=" + System.getProperty(EngineLibrary.HOME_PROPERTY, ""),
                        EngineParent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle child = ProcessHandle.of(childOf(parent)).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> !child.isAlive());
        try (EmbeddedEngine next = EmbeddedEngine.start(EngineConfig.at(folder))) {
            assertThat(next.isHealthy()).isTrue();
        }
    }

    @Test
    void endsEvenWhileAQueryIsAtWork() throws InterruptedException {
        EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(folder));
        ProcessHandle child = ProcessHandle.of(engine.processId()).orElseThrow();
        try (Warehouse warehouse = warehouse(engine)) {
            AtomicReference<Throwable> ending = new AtomicReference<>();
            Thread caller = Thread.ofPlatform()
                    .uncaughtExceptionHandler((_, e) -> ending.set(e))
                    .start(() -> warehouse.execute(
                            "SELECT sleepEachRow(1) FROM numbers(100) SETTINGS max_block_size = 1", Map.of()));
            await().atMost(PATIENCE)
                    .until(() -> warehouse
                            .query(
                                    "SELECT count() AS n FROM system.processes WHERE query LIKE '%sleepEachRow%'",
                                    Map.of(), row -> row.longValue("n"))
                            .equals(List.of(2L)));

            engine.close();

            assertThat(child.isAlive()).isFalse();
            caller.join(PATIENCE);
            assertThat(ending.get())
                    .isInstanceOfSatisfying(
                            WarehouseException.class,
                            e -> assertThat(e.isRetryable()).isTrue());
        }
    }

    @Test
    void leavesTheFolderToTheEngineThatHasIt() {
        EngineConfig config = EngineConfig.at(folder);
        try (EmbeddedEngine engine = EmbeddedEngine.start(config)) {
            assertThatThrownBy(() -> EmbeddedEngine.start(config))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("another process");
            assertThat(engine.isHealthy()).isTrue();
        }
    }

    @Test
    void staysWithinItsMemory() throws IOException {
        try (EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(folder));
                Warehouse warehouse = warehouse(engine)) {
            createTable(warehouse);
            warehouse.execute("INSERT INTO t SELECT number FROM numbers(1000000)", Map.of());
            assertThat(warehouse.query("SELECT uniqExact(n) AS n FROM t", Map.of(), row -> row.longValue("n")))
                    .containsExactly(1_000_000L);
            assertThatThrownBy(() -> warehouse.execute("SELECT groupArray(number) FROM numbers(1000000000)", Map.of()))
                    .isInstanceOfSatisfying(
                            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(241));
            long residentKb = residentKb(engine.processId());
            assertThat(residentKb).isLessThan(1_100_000);
            assertThat(engine.restarts()).isZero();
        }
    }

    private static long residentKb(long processId) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(processId), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static Warehouse warehouse(EmbeddedEngine engine) {
        return new Warehouse(WarehouseConfig.of(engine.endpoint(), "default"));
    }

    private static void createTable(Warehouse warehouse) {
        warehouse.execute("CREATE TABLE t (n UInt64) ENGINE = MergeTree ORDER BY n", Map.of());
    }

    private static void insert(Warehouse warehouse, long n) {
        warehouse.insert("t", ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static void insertUntilRefused(Warehouse warehouse, AtomicLong acknowledged, CountDownLatch busy) {
        boolean going = true;
        while (going) {
            try {
                insert(warehouse, acknowledged.get());
                acknowledged.incrementAndGet();
                busy.countDown();
            } catch (WarehouseException e) {
                assertThat(e.isRetryable()).isTrue();
                going = false;
            }
        }
    }

    private static void awaitRestart(EmbeddedEngine engine, int restarts) {
        await().atMost(PATIENCE).until(() -> engine.restarts() == restarts && engine.isHealthy());
    }

    /** Connections of the time before the restart fail once each, as retryable. */
    private static long countWithPatience(Warehouse warehouse) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e instanceof WarehouseException failure && failure.isRetryable())
                .until(() -> count(warehouse), rows -> true);
    }

    private static long count(Warehouse warehouse) {
        return warehouse
                .query("SELECT count() AS n FROM t", Map.of(), row -> row.longValue("n"))
                .getFirst();
    }

    private static void kill(long processId, boolean forcibly) {
        ProcessHandle child = ProcessHandle.of(processId).orElseThrow();
        assertThat(forcibly ? child.destroyForcibly() : child.destroy()).isTrue();
    }

    private static long childOf(Process parent) throws IOException {
        BufferedReader lines = parent.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(EngineParent.CHILD)) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        return Long.parseLong(line.substring(EngineParent.CHILD.length()));
    }
}
