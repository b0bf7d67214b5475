package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink dies a hundred times, each time somewhere else, and what is stored equals the log. */
class SinkCrashTest {
    private static final int ROUNDS = 100;
    private static final int ROUNDS_PER_ENGINE_KILL = 50;

    /** Where the sink dies next: before or after so many more inserts; after the last one of a batch is before its commit. */
    private record Death(int inserts, boolean before) {}

    private final long seed = System.nanoTime();
    private final AtomicReference<Death> next = new AtomicReference<>(new Death(Integer.MAX_VALUE, true));
    private final AtomicInteger deaths = new AtomicInteger();

    @Test
    void whateverTheMomentNothingIsLostOrDoubled(@TempDir Path folder) throws InterruptedException {
        System.out.println("SinkCrashTest seed " + seed);
        var random = new Random(seed);
        var organization = Stage.newOrganization();
        int events = 0;
        try (var stage = new Stage(folder, SharedEngine.warehouse());
                var sink = SinkApp.start(
                        // A name that stays the same: it goes on at once, as an embedded one does.
                        stage.config().withInstanceId("crashing"),
                        (table, rows, settings) -> insert(stage, table, rows, settings),
                        stage.registry)) {
            for (int round = 1; round <= ROUNDS; round++) {
                int before = deaths.get();
                int more = 5 + random.nextInt(60);
                next.set(new Death(1 + random.nextInt(5), random.nextBoolean()));
                append(stage, organization, events, events + more, round);
                events += more;
                if (round % ROUNDS_PER_ENGINE_KILL == 0) {
                    killEngine();
                }
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> deaths.get() > before);
            }
            stage.awaitCommitted();
            assertThat(sink.state()).isEqualTo("running");
            assertThat(deaths).hasValue(ROUNDS);
            assertThat(stage.count("events", organization)).as("seed %d", seed).isEqualTo(events);
            assertThat(stage.count("lead_states", organization)).isEqualTo(ROUNDS);
            assertThat(distinctOrdinals(stage, organization))
                    .as("seed %d", seed)
                    .isEqualTo(sumOfNumbers(events));
        }
    }

    private long insert(Stage stage, String table, byte[] rows, Map<String, String> settings) {
        var death = next.updateAndGet(soon -> new Death(soon.inserts() - 1, soon.before()));
        if (death.inserts() == 0 && death.before()) {
            die();
        }
        try {
            long written = stage.warehouse.insert(table, rows, settings);
            if (death.inserts() == 0) {
                die();
            }
            return written;
        } catch (WarehouseException e) {
            // The engine is away; the death that was meant for after this insert waits for it.
            if (death.inserts() == 0) {
                next.set(new Death(1, false));
            }
            throw e;
        }
    }

    private void die() {
        int number = deaths.incrementAndGet();
        throw new IllegalStateException("death " + number);
    }

    private static void append(Stage stage, OrganizationId organization, int from, int to, int round)
            throws InterruptedException {
        stage.appendEvents(organization, from, to);
        var state = Records.leadState(organization, "lead-of-round-" + round + "@customer.example", round);
        var _ = stage.writer.append(Topics.LEAD_STATES, state.key(), state);
        var mark = new Watermark(0, to, 0);
        var _ = stage.writer.appendAndWait(Topics.SCORED_EVENTS, mark.key(), mark);
    }

    private static void killEngine() {
        assertThat(ProcessHandle.of(SharedEngine.engine().processId())
                        .orElseThrow()
                        .destroyForcibly())
                .isTrue();
    }

    private static long distinctOrdinals(Stage stage, OrganizationId organization) {
        return stage.warehouse
                .query(
                        "SELECT sum(toUInt64(JSONExtractUInt(raw, 'n'))) AS n FROM events FINAL"
                                + " WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.longValue("n"))
                .getFirst();
    }

    private static long sumOfNumbers(long events) {
        return events * (events - 1) / 2;
    }
}
