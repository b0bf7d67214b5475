package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 3_000;

    private final OrganizationId organization = Stage.newOrganization();
    private Stage stage;
    private int appended;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        stage = new Stage(folder, SharedEngine.warehouse());
        append(EVENTS);
        for (int version = 1; version <= 30; version++) {
            var state = Records.leadState(organization, Records.lead(version % 7), version);
            var _ = stage.writer.append(Topics.LEAD_STATES, state.key(), state);
            var key = Records.rateKey(organization, new Dimension.Campaign("campaign-1"), Records.START);
            var _ = stage.writer.append(Topics.RATES, key.format(), Records.bucket(version));
        }
        var taken = Records.cost(organization, "taken-back", "1", "EUR");
        var _ = stage.writer.append(Topics.COSTS, taken.key(), taken);
        var _ = stage.writer.append(Topics.COSTS, taken.key(), null);
        var deal = Records.deal(organization, "deal", "1000");
        var _ = stage.writer.appendAndWait(Topics.DEALS, deal.key(), deal);
    }

    @BeforeEach
    void everythingIsStored() {
        try (var _ = stage.sink()) {
            stage.awaitCommitted();
        }
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private void append(int events) throws InterruptedException {
        stage.appendEvents(organization, appended, appended + events);
        appended += events;
        var mark = new Watermark(0, appended, 0);
        var _ = stage.writer.appendAndWait(Topics.SCORED_EVENTS, mark.key(), mark);
    }

    private static void awaitEnd(Rebuilder rebuilder) {
        Awaitility.await().atMost(PATIENCE).until(() -> !rebuilder.report().running());
    }

    private void damage() {
        stage.warehouse.execute("TRUNCATE TABLE events", Map.of());
        stage.warehouse.execute("TRUNCATE TABLE touches", Map.of());
        stage.warehouse.execute("TRUNCATE TABLE deals", Map.of());
    }

    @Test
    void damagedTablesAreFilledAnewWhileTheOldOnesAnswer() {
        var whole = stage.fingerprint();
        damage();
        long left = stage.count("events", organization);
        assertThat(left).isLessThan(appended);
        var seen = new ConcurrentLinkedQueue<Long>();

        try (var rebuilder = new Rebuilder(stage.config(), stage.warehouse, edge -> {
            if (!edge.equals("drop")) {
                seen.add(stage.count("events", organization));
            }
        })) {
            assertThat(rebuilder.report().state()).isEqualTo("idle");
            assertThat(rebuilder.start()).isTrue();
            assertThat(rebuilder.start()).isFalse();
            awaitEnd(rebuilder);
            var report = rebuilder.report();
            assertThat(report.error()).isNull();
            assertThat(report.state()).isEqualTo("done");
            assertThat(report.records()).isGreaterThan(EVENTS);
            assertThat(report.recordsTotal()).isEqualTo(report.records());
        }
        assertThat(stage.fingerprint()).isEqualTo(whole);
        assertThat(seen).as("counts at each step").contains(left).allMatch(count -> count == left || count == appended);
        assertThat(databases()).doesNotContain(stage.warehouse.config().database() + "_rebuild");
    }

    @Test
    void whatTheSinkWritesMeanwhileIsThereToo() throws InterruptedException {
        var more = new AtomicBoolean(true);
        try (var _ = stage.sink();
                var rebuilder = new Rebuilder(stage.config(), stage.warehouse, edge -> {
                    if (more.get() && !edge.equals("pass")) {
                        stage.appendEvents(organization, appended, appended + 50);
                        appended += 50;
                        // The sink is to have them, in the table that is about to be exchanged.
                        stage.awaitCommitted();
                    }
                })) {
            assertThat(rebuilder.start()).isTrue();
            awaitEnd(rebuilder);
            more.set(false);
            assertThat(rebuilder.report().error()).isNull();
            append(1);
            stage.awaitCommitted();
        }
        assertThat(stage.count("events", organization)).isEqualTo(appended);
        assertThat(stage.count("touches", organization)).isEqualTo(sends(appended));
    }

    private static long sends(int events) {
        return IntStream.range(0, events).filter(n -> n % 5 != 0 && n % 2 != 0).count();
    }

    /** Whatever was done when it died, the next one, or the next start, makes it whole. */
    @Test
    void aRebuildThatWasKilledAnywhereIsEndedByTheNext() {
        var whole = stage.fingerprint();
        for (var edge : edges()) {
            damage();
            try (var dying = new Rebuilder(stage.config(), stage.warehouse, step -> {
                if (step.equals(edge)) {
                    throw new IllegalStateException("killed at " + step);
                }
            })) {
                assertThat(dying.start()).isTrue();
                awaitEnd(dying);
                assertThat(dying.report().state()).isEqualTo("failed");
            }
            try (var second = new Rebuilder(stage.config(), stage.warehouse, _ -> {})) {
                if (edge.equals("exchange rates") || edge.equals("top up") || edge.equals("drop")) {
                    second.finishInterrupted();
                } else {
                    assertThat(second.start()).isTrue();
                    awaitEnd(second);
                    assertThat(second.report().error()).isNull();
                }
            }
            assertThat(stage.fingerprint()).as("killed at " + edge).isEqualTo(whole);
        }
    }

    private static List<String> edges() {
        var edges = new ArrayList<>(List.of("pass", "plan", "top up", "drop"));
        for (var table : List.of(Table.WATERMARKS, Table.EVENTS, Table.RATES, Table.FOLLOW_UP_DECISIONS)) {
            edges.add("exchange " + table.label());
        }
        return edges;
    }

    private List<String> databases() {
        return stage.warehouse.query("SELECT name FROM system.databases", Map.of(), row -> row.string("name"));
    }
}
