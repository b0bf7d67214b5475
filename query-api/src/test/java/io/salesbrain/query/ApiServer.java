package io.salesbrain.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.sink.Rebuilder;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Json;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.Topics;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.instantly.client.Patience;
import io.salesbrain.instantly.connection.ConnectionConfig;
import io.salesbrain.instantly.connection.KeyRing;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.query.instantly.InstantlyRoutes;
import io.salesbrain.query.instantly.RuleNews;
import io.salesbrain.query.routes.RebuildRoutes;
import io.salesbrain.tenancy.AdminKey;
import io.salesbrain.tenancy.CreatedOrganization;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** The API on a loopback port over a real broker, one for all tests of this JVM; each test has organizations of its own. */
public final class ApiServer {
    public static final String ADMIN = "an-admin-key-for-tests";
    /** A Wednesday. */
    public static final Instant NOW = Instant.parse("2026-03-04T12:34:56Z");

    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

    public final MemoryArchive archive = new MemoryArchive();
    final ScriptedReplay replay = new ScriptedReplay();
    public final LogWriter writer;
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Directory directory;
    private final DirectoryWriter directoryWriter;
    private final QueryApp app;
    private final Javalin javalin;
    private final HttpClient client = HttpClient.newHttpClient();

    private ApiServer() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("salesbrain-query-test");
        var kafka = EmbeddedKafka.start(folder, 0);
        var log = new LogConfig(kafka.bootstrapServers(), 2, 1);
        TopicCreator.ensure(log, Topics.ALL);
        this.writer = new LogWriter(log, "query-test");
        this.directory = Directory.start(log, AdminKey.of(ADMIN));
        this.directoryWriter = new DirectoryWriter(directory, writer, Clock.systemUTC());
        InstantSource clock = now::get;
        this.app = QueryApp.start(
                new QueryConfig(10, Duration.ofMillis(200), QueryConfig.DEFAULT.writePatience(), 100_000, false),
                new QueryApp.Surroundings(
                        log, writer, archive, directory, directoryWriter, replay, () -> "up 1\n", List.of(), clock));
        var meters = new SimpleMeterRegistry();
        var instantly = InstantlyApp.start(
                // Nobody listens there.
                new ConnectionConfig(
                        URI.create("http://127.0.0.1:1"),
                        Optional::empty,
                        KeyRing.of("a connection key for tests that is long enough"),
                        new Patience(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                1,
                                Duration.ofMillis(1),
                                Duration.ofMillis(1))),
                new InstantlyApp.Surroundings(
                        log,
                        writer,
                        directoryWriter,
                        (_, payloads, _) -> payloads.size(),
                        (_, _) -> Counts.zero(),
                        meters,
                        Clock.systemUTC(),
                        Duration.ZERO));
        RuleNews.follow(instantly, app);
        var warehouse = new Warehouse(new WarehouseConfig(
                URI.create("http://127.0.0.1:1"),
                "nobody",
                "",
                "none",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1));
        var rebuilder = new Rebuilder(log, warehouse);
        this.javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    app.register(config);
                    new InstantlyRoutes(app.gate(), instantly).register(config);
                    new RebuildRoutes(app.gate(), rebuilder).register(config);
                    config.routes.get("/api/broken", _ -> {
                        throw new IllegalStateException("a secret of our insides");
                    });
                })
                .start("127.0.0.1", 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            app.close();
            javalin.stop();
            instantly.close();
            rebuilder.close();
            warehouse.close();
            directory.close();
            writer.close();
            kafka.close();
            delete(folder);
        }));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("", "/ready").statusCode() == 200);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be removed", e);
        }
    }

    /** The server, started at the first call. */
    public static ApiServer shared() {
        return Holder.SERVER;
    }

    private static final class Holder {
        static final ApiServer SERVER = start();

        private static ApiServer start() {
            try {
                return new ApiServer();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("the server under test cannot start", e);
            }
        }
    }

    public QueryApp app() {
        return app;
    }

    /** Every path that the server answers. */
    public List<Endpoint> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .toList();
    }

    /** A new organization with keys of its own. */
    public CreatedOrganization organization() {
        int number = ORGANIZATIONS.incrementAndGet();
        return organization("org-" + number, "Company " + number);
    }

    /** One that no other test has. */
    public CreatedOrganization organization(String id, String name) {
        try {
            return directoryWriter.createOrganization(new OrganizationId(id), name);
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped while creating an organization", e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + javalin.port() + path);
    }

    public HttpResponse<String> get(String key, String path) {
        return send(key, HttpRequest.newBuilder(uri(path)));
    }

    public HttpResponse<String> send(String key, String method, String path, String body) {
        return send(key, HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(String key, String method, String path, String contentType, String body) {
        return send(
                key,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", contentType)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A POST that may be sent twice and counts once. */
    public HttpResponse<String> sendWithKey(String key, String path, String body, String idempotencyKey) {
        return send(
                key,
                HttpRequest.newBuilder(uri(path))
                        .header("Idempotency-Key", idempotencyKey)
                        .method("POST", HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String key, HttpRequest.Builder request) {
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    /** The JSON of a successful answer. */
    public JsonNode json(String key, String path) {
        var answer = get(key, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return read(answer.body());
    }

    public static JsonNode read(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    public void write(LeadState state) {
        append(() -> writer.appendAndWait(Topics.LEAD_STATES, state.key(), state));
    }

    public void write(RateKey key, RateBucket bucket) {
        append(() -> writer.appendAndWait(Topics.RATES, key.format(), bucket));
    }

    /** A write to the log. */
    @FunctionalInterface
    public interface Append {
        void run() throws InterruptedException;
    }

    public static void append(Append append) {
        try {
            append.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped while writing to the log", e);
        }
    }
}
