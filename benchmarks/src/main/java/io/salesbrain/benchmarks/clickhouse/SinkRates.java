package io.salesbrain.benchmarks.clickhouse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.sink.SinkApp;
import io.salesbrain.clickhouse.sink.SinkConfig;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The sink from the log into the tables, beside inserts of the same rows as blocks that lie ready. */
final class SinkRates {
    private static final OrganizationId ORGANIZATION = new OrganizationId("bench");
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int ROWS_PER_BLOCK = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> TABLES = List.of("events", "touches", "replies", "campaigns");

    private final Path folder;
    private final Warehouse warehouse;
    private final Blocks blocks;

    SinkRates(Path folder, Warehouse warehouse, Blocks blocks) {
        this.folder = folder;
        this.warehouse = warehouse;
        this.blocks = blocks;
    }

    void measure(int events) throws IOException, InterruptedException {
        double sink = sink(events);
        double prebuilt = prebuilt(events);
        System.out.printf(
                "sink: %,.0f events/s from the log into %s; prebuilt blocks of the same rows: %,.0f/s; ratio %.2f (goal 0.5)%n",
                sink, TABLES, prebuilt, sink / prebuilt);
    }

    private double sink(int events) throws InterruptedException {
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            var log = TopicCreator.ensure(new LogConfig(kafka.bootstrapServers(), 2, 1), Topics.ALL);
            try (var writer = new LogWriter(log, "bench-sink")) {
                for (int n = 0; n < events; n++) {
                    var event = event(n);
                    var _ = writer.append(Topics.SCORED_EVENTS, event.event().logKey(), event);
                }
            }
            try (var _ = SinkApp.start(SinkConfig.of(log), warehouse, new SimpleMeterRegistry())) {
                // The first half warms up; the log of a server that is started seldom is read by compiled code.
                long half = awaitStored(events / 2);
                long startedNanos = System.nanoTime();
                long all = awaitStored(events);
                return (all - half) * 1e9 / (System.nanoTime() - startedNanos);
            }
        }
    }

    private long awaitStored(long events) {
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        long stored = stored();
        while (stored < events) {
            if (System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException("the sink stored " + stored + " of " + events + " events");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            stored = stored();
        }
        return stored;
    }

    private long stored() {
        return warehouse
                .query("SELECT count() AS n FROM events", Map.of(), row -> row.longValue("n"))
                .getFirst();
    }

    private double prebuilt(int events) throws IOException, InterruptedException {
        var ready = new LinkedHashMap<String, List<byte[]>>();
        for (var table : TABLES) {
            var copy = warehouse.config().database() + "." + table + "_copy";
            warehouse.execute("CREATE TABLE " + copy + " AS " + table, Map.of());
            long rows = warehouse
                    .query("SELECT count() AS n FROM " + table, Map.of(), row -> row.longValue("n"))
                    .getFirst();
            for (long from = 0; from < rows; from += ROWS_PER_BLOCK) {
                var query = "SELECT * FROM " + warehouse.config().database() + "." + table + " LIMIT " + ROWS_PER_BLOCK
                        + " OFFSET " + from;
                ready.computeIfAbsent(copy, _ -> new ArrayList<>()).add(blocks.read(query));
            }
        }
        long startedNanos = System.nanoTime();
        for (var ofTable : ready.entrySet()) {
            for (var block : ofTable.getValue()) {
                blocks.insert(ofTable.getKey(), block);
            }
        }
        return events * 1e9 / (System.nanoTime() - startedNanos);
    }

    private static ScoredEvent event(int n) {
        var type = n % 33 == 0
                ? EventType.REPLY_RECEIVED
                : n % 3 == 0 ? EventType.EMAIL_SENT : n % 7 == 0 ? EventType.EMAIL_CLICKED : EventType.EMAIL_OPENED;
        var lead = "lead" + n % 20_000 + "@customer" + n % 300 + ".example";
        var campaign = "campaign-" + n % 20;
        var account = "box" + n % 40 + "@sender.example";
        var at = START.plusMillis(n * 37L);
        var raw =
                "{\"event_type\":\"%s\",\"timestamp\":\"%s\",\"workspace\":\"w-1\",\"campaign_id\":\"%s\",\"lead_email\":\"%s\",\"email_account\":\"%s\",\"step\":%d,\"variant\":%d,\"company\":\"Company %d\",\"first_name\":\"Ada\"}"
                        .formatted(type.label(), at, campaign, lead, account, 1 + n % 4, 1 + n % 2, n % 300);
        var event = new Event(
                Long.toHexString(n * 0x9E3779B97F4A7C15L) + "-" + n,
                ORGANIZATION,
                type,
                type.label(),
                at,
                at,
                at.plusSeconds(2),
                Set.of(),
                "w-1",
                campaign,
                "Campaign number " + n % 20,
                lead,
                account,
                new StepVariant(0, 1 + n % 4, 1 + n % 2),
                "mail-" + n,
                type == EventType.REPLY_RECEIVED ? new ReplyContent("Re: Hello", "Sounds good", "", "") : null,
                raw);
        return new ScoredEvent(event, n % 2, n / 2 + 1, null);
    }
}
