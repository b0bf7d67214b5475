package io.salesbrain.standalone.roles;

import io.javalin.config.JavalinConfig;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.sink.Rebuilder;
import io.salesbrain.clickhouse.sink.SinkApp;
import io.salesbrain.clickhouse.sink.SinkConfig;
import io.salesbrain.events.Topics;
import io.salesbrain.ingest.IngestApp;
import io.salesbrain.ingest.IngestConfig;
import io.salesbrain.ingest.Replayer;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One role per process, against a Kafka and a ClickHouse of the operator's. */
public final class ClusterRoles {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterRoles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A running role. */
    public static final class Running implements AutoCloseable {
        private final Closing parts;
        private final int port;

        private Running(Closing parts, int port) {
            this.parts = parts;
            this.port = port;
        }

        public int port() {
            return port;
        }

        @Override
        public void close() {
            parts.close();
        }
    }

    private interface Start {
        /**
         * @param parts closed after the server
         * @param draining closed before it, which carries the answers to what is under way
         */
        List<Consumer<JavalinConfig>> in(Closing parts, Closing draining, Metrics metrics, LogConfig log)
                throws InterruptedException;
    }

    private ClusterRoles() {}

    public static Running ingest(RoleConfig config, IngestConfig limits) throws InterruptedException {
        return start(config, (parts, draining, metrics, log) -> {
            var directory = parts.add(Directory.start(log));
            directory.awaitReady(PATIENCE);
            parts.add(CredentialUses.start(log, parts.add(new LogWriter(log, "salesbrain-uses")), directory));
            var ingest = parts.add(IngestApp.start(limits, log, directory, metrics.registry(), Clock.systemUTC()));
            draining.add(ingest::drain);
            return List.of(
                    ingest.routes()::register,
                    new HealthRoutes(metrics::scrape, List.of(ReadinessCheck.of("ingest", ingest::isWritable)))
                            ::register);
        });
    }

    public static Running scoring(RoleConfig config, Path stateFolder, int threads, int standbys)
            throws InterruptedException {
        return start(config, (parts, _, metrics, log) -> {
            var scoring = parts.add(ScoringPart.start(log, stateFolder, threads, standbys, null, metrics));
            return List.of(new HealthRoutes(metrics::scrape, List.of(scoring.check()))::register);
        });
    }

    public static Running sink(RoleConfig config, WarehouseConfig clickhouse) throws InterruptedException {
        return start(config, (parts, _, metrics, log) -> {
            var warehouse = parts.add(WarehousePart.open(clickhouse));
            var sink = parts.add(SinkApp.start(SinkConfig.of(log), warehouse, metrics.registry()));
            return List.of(
                    new HealthRoutes(metrics::scrape, List.of(ReadinessCheck.of("warehouse", sink::isHealthy)))
                            ::register);
        });
    }

    public static Running queryApi(
            RoleConfig config, WarehouseConfig clickhouse, String adminKey, InstantlySettings instantly)
            throws InterruptedException {
        return start(config, (parts, _, metrics, log) -> {
            var warehouse = parts.add(WarehousePart.open(clickhouse));
            var writer = parts.add(new LogWriter(log, "salesbrain-query-api"));
            var directory = parts.add(Directory.start(log, AdminKey.of(adminKey)));
            directory.awaitReady(PATIENCE);
            parts.add(CredentialUses.start(log, writer, directory));
            // The rules are the receiver's; the receiver itself runs elsewhere.
            var replayer = new Replayer(IngestConfig.DEFAULT, directory, writer, metrics.registry());
            var directoryWriter = new DirectoryWriter(directory, writer, Clock.systemUTC());
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
                            List.of(ReadinessCheck.of("warehouse", warehouse::isReachable)),
                            InstantSource.system(),
                            metrics.registry())));
            var rebuilder = parts.add(new Rebuilder(log, warehouse));
            Consumer<JavalinConfig> rebuild = new RebuildRoutes(query.gate(), rebuilder)::register;
            if (instantly.connectionKey() == null) {
                LOG.info("no connection to Instantly: this process was given no --connection-key");
                return List.of(query::register, rebuild);
            }
            var over = new InstantlyPart.Over(log, writer, directory, directoryWriter, query);
            var app = parts.add(InstantlyPart.start(
                    instantly.config(instantly.connectionKey(), () -> Optional.ofNullable(instantly.publicUrl())),
                    instantly.every(),
                    over,
                    metrics));
            return List.of(query::register, rebuild, new InstantlyRoutes(query.gate(), app)::register);
        });
    }

    private static Running start(RoleConfig config, Start start) throws InterruptedException {
        var parts = new Closing();
        try {
            HttpHost.requireFree(config.http());
            var metrics = parts.add(new Metrics());
            var log = TopicCreator.ensure(config.log(), Topics.ALL);
            var draining = new Closing();
            var routes = start.in(parts, draining, metrics, log);
            var http = parts.add(HttpHost.start(config.http(), routes));
            parts.add(draining);
            return new Running(parts, http.port());
        } catch (RuntimeException | InterruptedException | Error e) {
            parts.close();
            throw e;
        }
    }
}
