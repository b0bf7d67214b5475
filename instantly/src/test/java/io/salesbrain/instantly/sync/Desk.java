package io.salesbrain.instantly.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.Counts;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.instantly.client.Patience;
import io.salesbrain.instantly.connection.ConnectionConfig;
import io.salesbrain.instantly.connection.KeyRing;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.tenancy.AdminKey;
import io.salesbrain.tenancy.CreatedOrganization;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One installation as far as Instantly's API goes: a log, the stand-in Instantly, and a receiver that can be down. */
final class Desk implements AutoCloseable {
    static final OrganizationId ACME = new OrganizationId("acme");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A payload that was fetched. */
    record Fetched(JsonNode payload, Set<EventFlag> flags) {}

    final SimulatorServer instantly;
    final CreatedOrganization organization;
    final InstantlyApp app;
    final Directory directory;
    final List<Fetched> fetched = new CopyOnWriteArrayList<>();
    /** Payloads by delivery and by fetching, each once. */
    final Set<JsonNode> known = ConcurrentHashMap.newKeySet();

    final Set<String> secretsSeen = ConcurrentHashMap.newKeySet();
    /** What we are said to have counted. */
    volatile OurCounts counts = (_, _) -> Counts.zero();

    /** What the receiver answers. */
    final AtomicInteger answer = new AtomicInteger(202);

    private final EmbeddedKafka kafka;
    private final LogConfig log;
    private final LogWriter writer;
    private final HttpServer receiver;
    private final DirectoryWriter directoryWriter;

    Desk(Path folder, SimulatorServer instantly) throws IOException, InterruptedException {
        this.instantly = instantly;
        this.kafka = EmbeddedKafka.start(folder, 0);
        this.log = TopicCreator.ensure(new LogConfig(kafka.bootstrapServers(), 1, 1), Topics.ALL);
        this.writer = new LogWriter(log, "desk");
        this.directory = Directory.start(log, AdminKey.of("an invented admin key"));
        directory.awaitReady(Duration.ofSeconds(60));
        this.directoryWriter = new DirectoryWriter(directory, writer, Clock.systemUTC());
        this.organization = directoryWriter.createOrganization(ACME, "Acme");
        this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                secretsSeen.add(exchange.getRequestHeaders().getFirst("Authorization"));
                if (answer.get() < 300) {
                    known.add(JSON.readTree(body));
                }
                exchange.sendResponseHeaders(answer.get(), -1);
            }
        });
        receiver.start();
        this.app = start();
    }

    /** Another process over the same log. */
    InstantlyApp start() {
        var config = new ConnectionConfig(
                URI.create("http://127.0.0.1:" + instantly.port()),
                () -> Optional.of(
                        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort())),
                KeyRing.of("an-invented-key-of-enough-characters"),
                Patience.DEFAULT);
        return InstantlyApp.start(
                config,
                new InstantlyApp.Surroundings(
                        log,
                        writer,
                        directoryWriter,
                        this::take,
                        (organizations, campaign) -> counts.ofCampaign(organizations, campaign),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        Duration.ZERO));
    }

    private int take(OrganizationId organization, List<String> payloads, Set<EventFlag> flags) {
        for (var payload : payloads) {
            try {
                var json = JSON.readTree(payload);
                fetched.add(new Fetched(json, flags));
                known.add(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return payloads.size();
    }

    @Override
    public void close() {
        app.close();
        instantly.close();
        receiver.stop(0);
        directory.close();
        writer.close();
        kafka.close();
    }
}
