package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.events.OrganizationId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** ClickHouse is away for a while; the sink waits and catches up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkOutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Stage stage;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        stage = new Stage(folder, SharedEngine.warehouse());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    /** The engine's process is killed while events stream in; the sink waits for the next one and misses nothing. */
    @Test
    void catchesUpAfterTheEngineWasKilled() throws Exception {
        var engine = SharedEngine.engine();
        var organization = Stage.newOrganization();
        var appended = new AtomicInteger();
        try (var sink = stage.sink()) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                appendSome(organization, appended);
                return stage.count("events", organization) > 0;
            });
            long killed = engine.processId();
            assertThat(ProcessHandle.of(killed).orElseThrow().destroyForcibly()).isTrue();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                appendSome(organization, appended);
                return !sink.isHealthy();
            });
            stage.awaitCommitted();
            assertThat(engine.processId()).isNotEqualTo(killed);
            assertThat(sink.isHealthy()).isTrue();
        }
        assertThat(stage.count("events", organization)).isEqualTo(appended.get());
    }

    private void appendSome(OrganizationId organization, AtomicInteger appended) {
        assertThat(appended.get()).isLessThan(500_000);
        stage.appendEvents(organization, appended.get(), appended.addAndGet(200));
    }

    @Test
    void waitsForAClickHouseThatIsAwayWithoutLosingItsPlace() throws Exception {
        var organization = Stage.newOrganization();
        stage.appendEvents(organization, 0, 300);
        var away = new AtomicBoolean(true);
        var nobody = new WarehouseConfig(URI.create("http://127.0.0.1:1"), "default", "", "default");
        try (var absent = new Warehouse(nobody);
                var sink = stage.sink((table, rows, settings) -> away.get()
                        ? absent.insert(table, rows, settings)
                        : stage.warehouse.insert(table, rows, settings))) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sink.state()).startsWith("waiting for ClickHouse: "));
            assertThat(sink.isHealthy()).isFalse();
            var failures = stage.registry.get("salesbrain.sink.insert.failures").counter();
            Awaitility.await().atMost(PATIENCE).until(() -> failures.count() >= 4);
            away.set(false);
            stage.awaitCommitted();
            Awaitility.await().atMost(PATIENCE).until(sink::isHealthy);
        }
        assertThat(stage.count("events", organization)).isEqualTo(300);
    }
}
