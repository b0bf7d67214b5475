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
import io.salesbrain.instantly.rule.RulePace;
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
public final class Desk implements AutoCloseable {
    public static final OrganizationId ACME = new OrganizationId("acme");
    private static final RulePace HASTY =
            new RulePace(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1), 4);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A payload that was fetched. */
    public record Fetched(JsonNode payload, Set<EventFlag> flags) {}

    public final SimulatorServer instantly;
    final CreatedOrganization organization;
    public final InstantlyApp app;
    final Directory directory;
    public final List<Fetched> fetched = new CopyOnWriteArrayList<>();
    /** Payloads by delivery and by fetching, each once. */
    final Set<JsonNode> known = ConcurrentHashMap.newKeySet();

    final Set<String> secretsSeen = ConcurrentHashMap.newKeySet();
    /** What we are said to have counted. */
    volatile OurCounts counts = (_, _) -> Counts.zero();

    /** What the receiver answers. */
    final AtomicInteger answer = new AtomicInteger(202);

    private final EmbeddedKafka kafka;
    public final LogConfig log;
    public final LogWriter writer;
    private final HttpServer receiver;
    private final DirectoryWriter directoryWriter;

    public Desk(Path folder, SimulatorServer instantly) throws IOException, InterruptedException {
        this(folder, instantly, 1, Duration.ZERO);
    }

    /** @param every the pause between the rounds of its own app */
    Desk(Path folder, SimulatorServer instantly, int partitions, Duration every)
            throws IOException, InterruptedException {
        this.instantly = instantly;
        this.kafka = EmbeddedKafka.start(folder, 0);
        this.log = TopicCreator.ensure(new LogConfig(kafka.bootstrapServers(), partitions, 1), Topics.ALL);
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
        this.app = start(every);
    }

    OrganizationId organization(String id) throws InterruptedException {
        return directoryWriter.createOrganization(new OrganizationId(id), id).organizationId();
    }

    /** Another process over the same log. */
    public InstantlyApp start() {
        return start(Duration.ZERO);
    }

    /** Another one, with rounds. */
    InstantlyApp start(Duration every) {
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
                        every,
                        HASTY));
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
