package io.salesbrain.standalone.roles;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import io.salesbrain.clickhouse.sink.Rebuilder;
import io.salesbrain.clickhouse.sink.SinkApp;
import io.salesbrain.clickhouse.sink.SinkConfig;
import io.salesbrain.events.Topics;
import io.salesbrain.ingest.IngestApp;
import io.salesbrain.ingest.IngestConfig;
import io.salesbrain.ingest.Replayer;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.instantly.connection.ConnectionConfig;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.query.QueryApp;
import io.salesbrain.query.ReadinessCheck;
import io.salesbrain.query.instantly.InstantlyRoutes;
import io.salesbrain.query.routes.RebuildRoutes;
import io.salesbrain.tenancy.AdminKey;
import io.salesbrain.tenancy.CredentialUses;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every role in one process, with a broker of its own, and ClickHouse's engine in a child process. The same parts as in
 * a cluster, put together over loopback.
 */
public final class EmbeddedStack implements AutoCloseable {
    private static final String DATABASE = "salesbrain";
    private static final String INSTANCE = "embedded";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Closing parts;
    private final HttpHost http;
    private final DirectoryWriter directoryWriter;
    private final InstantlyApp instantly;
    private final String adminKey;
    private final boolean adminKeyIsNew;

    private EmbeddedStack(
            Closing parts,
            HttpHost http,
            DirectoryWriter directoryWriter,
            InstantlyApp instantly,
            String adminKey,
            boolean adminKeyIsNew) {
        this.parts = parts;
        this.http = http;
        this.directoryWriter = directoryWriter;
        this.instantly = instantly;
        this.adminKey = adminKey;
        this.adminKeyIsNew = adminKeyIsNew;
    }

    public static EmbeddedStack start(EmbeddedConfig config) throws InterruptedException {
        var parts = new Closing();
        try {
            return start(config, parts);
        } catch (RuntimeException | InterruptedException | Error e) {
            parts.close();
            throw e;
        }
    }

    private static EmbeddedStack start(EmbeddedConfig config, Closing parts) throws InterruptedException {
        HttpHost.requireFree(config.http());
        var folder = parts.add(DataFolder.open(config.data()));
        boolean adminKeyIsNew = config.adminKey() == null && !folder.hasAdminKey();
        var adminKey = config.adminKey() == null ? folder.adminKey() : config.adminKey();
        var metrics = parts.add(new Metrics());

        // The engine's process starts while the broker does: together they are most of the time to the first answer.
        var warehouseStarting = CompletableFuture.supplyAsync(() -> openWarehouse(folder, config, parts));
        var broker = parts.add(EmbeddedKafka.start(folder.kafka(), 0));
        var log = TopicCreator.ensure(new LogConfig(broker.bootstrapServers(), config.partitions(), 1), Topics.ALL);

        var writer = parts.add(new LogWriter(log, "salesbrain"));
        var directory = parts.add(Directory.start(log, AdminKey.of(adminKey)));
        var scoring =
                parts.add(ScoringPart.start(log, folder.streams(), config.scoringThreads(), 0, INSTANCE, metrics));
        var warehouse = joined(warehouseStarting);
        var rebuilder = parts.add(new Rebuilder(log, warehouse));
        rebuilder.finishInterrupted();
        var sink = parts.add(SinkApp.start(SinkConfig.of(log).withInstanceId(INSTANCE), warehouse, metrics.registry()));
        directory.awaitReady(PATIENCE);
        parts.add(CredentialUses.start(log, writer, directory));

        var directoryWriter = new DirectoryWriter(directory, writer, Clock.systemUTC());
        var ingest = parts.add(IngestApp.start(config.ingest(), log, directory, metrics.registry(), Clock.systemUTC()));
        var replayer = new Replayer(IngestConfig.DEFAULT, directory, writer, metrics.registry());
        var query = parts.add(QueryApp.start(
                config.http().query(),
                new QueryApp.Surroundings(
                        log,
                        writer,
                        QueryApp.archive(warehouse),
                        directory,
                        directoryWriter,
                        replayer::replay,
                        metrics::scrape,
                        List.of(
                                scoring.check(),
                                ReadinessCheck.of("ingest", ingest::isWritable),
                                ReadinessCheck.of("warehouse", sink::isHealthy)),
                        InstantSource.system(),
                        metrics.registry())));
        var port = new AtomicInteger(config.http().port());
        var instantly = parts.add(InstantlyPart.start(
                instantlyConfig(config.instantly(), folder, port),
                config.instantly().every(),
                new InstantlyPart.Over(log, writer, directory, directoryWriter, query),
                metrics));
        var http = parts.add(HttpHost.start(
                config.http(),
                List.of(
                        ingest.routes()::register,
                        query::register,
                        new RebuildRoutes(query.gate(), rebuilder)::register,
                        new InstantlyRoutes(query.gate(), instantly)::register)));
        port.set(http.port());
        // Closed first: the server carries the answers to what is under way.
        parts.add(ingest::drain);
        return new EmbeddedStack(parts, http, directoryWriter, instantly, adminKey, adminKeyIsNew);
    }

    /** An Instantly on this machine reaches us on this machine; the real one has to be told where. */
    private static ConnectionConfig instantlyConfig(InstantlySettings settings, DataFolder folder, AtomicInteger port) {
        var key = settings.connectionKey() == null ? folder.connectionKey() : settings.connectionKey();
        boolean isLocal = LOOPBACK.equals(settings.api().getHost());
        return settings.config(key, () -> {
            var own = Optional.of(URI.create("http://" + LOOPBACK + ":" + port.get()))
                    .filter(_ -> isLocal);
            return Optional.ofNullable(settings.publicUrl()).or(() -> own);
        });
    }

    private static Warehouse openWarehouse(DataFolder folder, EmbeddedConfig config, Closing parts) {
        var engine = parts.add(EmbeddedEngine.start(
                EngineConfig.at(folder.clickhouse()).withMemoryLimitBytes((long) config.engineMemoryMb() << 20)));
        return parts.add(WarehousePart.open(WarehouseConfig.of(engine.endpoint(), DATABASE)));
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    public int port() {
        return http.port();
    }

    public DirectoryWriter directoryWriter() {
        return directoryWriter;
    }

    public InstantlyApp instantly() {
        return instantly;
    }

    public String adminKey() {
        return adminKey;
    }

    /** Made at this very start, to be shown once. */
    public boolean adminKeyIsNew() {
        return adminKeyIsNew;
    }

    @Override
    public void close() {
        parts.close();
    }
}
