package io.salesbrain.standalone.replay;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.Event;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.ingest.IngestApp;
import io.salesbrain.ingest.IngestConfig;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.standalone.remote.BaseUrl;
import io.salesbrain.standalone.roles.HttpHost;
import io.salesbrain.standalone.roles.HttpSettings;
import io.salesbrain.tenancy.AdminKey;
import io.salesbrain.tenancy.CreatedOrganization;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The real receiver over a real log, which can be gone for a while and turn requests away. */
final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final AtomicInteger turnAway = new AtomicInteger();
    private final EmbeddedKafka kafka;
    private final LogConfig log;
    private final LogWriter writer;
    private final Directory directory;
    private final DirectoryWriter organizations;
    private final IngestApp app;
    private final int port;
    private @Nullable HttpHost host;

    Receiver(Path folder) throws InterruptedException {
        kafka = EmbeddedKafka.start(folder, 0);
        log = new LogConfig(kafka.bootstrapServers(), 2, 1);
        TopicCreator.ensure(log, List.of(Topics.DIRECTORY, Topics.EVENTS, Topics.QUARANTINE));
        writer = new LogWriter(log, "replay-test");
        directory = Directory.start(log, AdminKey.of("an invented admin key"));
        directory.awaitReady(PATIENCE);
        organizations = new DirectoryWriter(directory, writer, Clock.systemUTC());
        app = IngestApp.start(IngestConfig.DEFAULT, log, directory, new SimpleMeterRegistry(), Clock.systemUTC());
        host = HttpHost.start(new HttpSettings("127.0.0.1", 0, 100), List.of(this::register));
        port = host.port();
    }

    private void register(JavalinConfig server) {
        server.jetty.modifyServer(jetty -> jetty.getTail().setHandler(new TurningAway()));
        app.routes().register(server);
    }

    private final class TurningAway extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (turnAway.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                return super.handle(request, response, callback);
            }
            response.setStatus(503);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 0);
            callback.succeeded();
            return true;
        }
    }

    CreatedOrganization organization(String id) throws InterruptedException {
        return organizations.createOrganization(new OrganizationId(id), id);
    }

    BaseUrl url() {
        return BaseUrl.parse("http://127.0.0.1:" + port);
    }

    void goAway() {
        if (host != null) {
            host.close();
            host = null;
        }
    }

    void comeBack() {
        host = HttpHost.start(new HttpSettings("127.0.0.1", port, 100), List.of(this::register));
    }

    /** Every event in the log of this organization, as often as it is there. */
    List<Event> events(CreatedOrganization owner) throws InterruptedException {
        return everything(Topics.EVENTS).stream()
                .filter(event -> event.organizationId().equals(owner.organizationId()))
                .toList();
    }

    List<Quarantined> quarantined(CreatedOrganization owner) throws InterruptedException {
        return everything(Topics.QUARANTINE).stream()
                .filter(set -> set.organizationId().equals(owner.organizationId()))
                .toList();
    }

    private <V> List<V> everything(Topic<String, V> topic) throws InterruptedException {
        var all = new ArrayList<V>();
        try (var follower = TopicFollower.fromStart(log, topic, (_, _, _, value) -> {
            if (value != null) {
                all.add(value);
            }
        })) {
            follower.awaitCaughtUp(PATIENCE);
        }
        return all;
    }

    @Override
    public void close() {
        goAway();
        app.close();
        directory.close();
        writer.close();
        kafka.close();
    }
}
