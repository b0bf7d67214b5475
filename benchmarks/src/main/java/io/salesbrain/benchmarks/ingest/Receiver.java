package io.salesbrain.benchmarks.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.ingest.IngestApp;
import io.salesbrain.ingest.IngestConfig;
import io.salesbrain.ingest.WebhookRoutes;
import io.salesbrain.ingest.limits.LoadLimits;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.standalone.roles.HttpHost;
import io.salesbrain.standalone.roles.HttpSettings;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The ingest role on a broker of its own that flushes before it acknowledges, as {@code run} does, and on the same server
 * a path that answers the same requests with an empty 202.
 */
final class Receiver implements AutoCloseable {
    static final String EMPTY_PATH = "/empty";
    static final String WEBHOOK_PATH = WebhookRoutes.PATH;

    private static final int PARTITIONS = 4;
    private static final int NO_LIMIT = 1_000_000;

    private final EmbeddedKafka kafka;
    private final LogConfig log;
    private final LogWriter writer;
    private final Directory directory;
    private final IngestApp app;
    private final HttpHost http;
    private final String secret;

    Receiver(Path folder) throws InterruptedException {
        kafka = EmbeddedKafka.start(folder, 0);
        log = TopicCreator.ensure(new LogConfig(kafka.bootstrapServers(), PARTITIONS, 1), Topics.ALL);
        writer = new LogWriter(log, "bench");
        directory = Directory.start(log);
        directory.awaitReady(Duration.ofSeconds(30));
        secret = new DirectoryWriter(directory, writer, Clock.systemUTC())
                .createOrganization(new OrganizationId("bench"), "Bench")
                .webhookSecret();
        // The rate limit is what is not measured here.
        var config = IngestConfig.DEFAULT.with(
                LoadLimits.DEFAULT.withRequestsPerSecond(NO_LIMIT, NO_LIMIT).withMaxRequests(1_000, 1_000));
        app = IngestApp.start(config, log, directory, new SimpleMeterRegistry(), Clock.systemUTC());
        http = HttpHost.start(
                new HttpSettings("127.0.0.1", 0, 2_000),
                List.of(
                        app.routes()::register,
                        server -> server.routes.post(EMPTY_PATH, context -> {
                            drain(context.req().getInputStream());
                            context.status(202);
                        })));
    }

    private static void drain(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    int port() {
        return http.port();
    }

    String secret() {
        return secret;
    }

    LogConfig log() {
        return log;
    }

    @Override
    public void close() {
        app.close();
        http.close();
        directory.close();
        writer.close();
        kafka.close();
    }
}
