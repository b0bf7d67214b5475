package io.salesbrain.benchmarks.clickhouse;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.standalone.roles.TemporaryFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The embedded engine, as in {@code run}: what the sink writes, what the views and /api/roi read, what it weighs. */
@Command(
        name = "clickhouse",
        description = "The sink beside inserts of prebuilt blocks; views and ROI on generated events; bytes per event.")
public final class ClickHouseBench implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(names = "--events", description = "Events generated in the engine (default: ${DEFAULT-VALUE}).")
    private long events = 5_000_000;

    @Option(
            names = "--organizations",
            description =
                    "Organizations they belong to; the second has ten times the campaigns (default: ${DEFAULT-VALUE}).")
    private int organizations = 10;

    @Option(names = "--campaigns", description = "Campaigns of an organization (default: ${DEFAULT-VALUE}).")
    private int campaigns = 50;

    @Option(names = "--sink-events", description = "Events the sink stores (default: ${DEFAULT-VALUE}).")
    private int sinkEvents = 200_000;

    @Option(names = "--reads", description = "Times each question is asked (default: ${DEFAULT-VALUE}).")
    private int reads = 9;

    @Option(names = "--engine-memory-mb", description = "Memory for ClickHouse (default: ${DEFAULT-VALUE}).")
    private int engineMemoryMb = 2_000;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.create("salesbrain-bench-clickhouse");
                var engine = EmbeddedEngine.start(EngineConfig.at(folder.path().resolve("engine"))
                        .withMemoryLimitBytes((long) engineMemoryMb << 20))) {
            var endpoint = engine.endpoint();
            try (var sinks = new Warehouse(WarehouseConfig.of(endpoint, "sink"))) {
                var _ = Migrations.fromClassPath().apply(sinks);
                new SinkRates(folder.path().resolve("kafka"), sinks, new Blocks(endpoint)).measure(sinkEvents);
            }
            var config = WarehouseConfig.of(endpoint, "generated").withRequestTimeout(PATIENCE);
            try (var generated = new Warehouse(config)) {
                var _ = Migrations.fromClassPath().apply(generated);
                var data = new GeneratedData(generated, events, organizations, campaigns);
                data.fill();
                data.printWeights();
                new QueryTimes(generated, reads).print(organizations);
            }
        }
        return 0;
    }
}
