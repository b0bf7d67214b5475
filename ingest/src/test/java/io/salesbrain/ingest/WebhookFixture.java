package io.salesbrain.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.Event;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.tenancy.AdminKey;
import io.salesbrain.tenancy.CreatedOrganization;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A receiver on a real server before a real Kafka, with one organization and everything that reached the log. */
final class WebhookFixture implements AutoCloseable {
    static final String ADMIN_SECRET = "an invented admin key";
    static final OrganizationId ACME = new OrganizationId("acme");
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    EmbeddedKafka kafka;
    final LogConfig logConfig;
    final Directory directory;
    final DirectoryWriter organizations;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final IngestApp app;
    final Replayer replayer;
    final CreatedOrganization acme;
    final HttpClient http = HttpClient.newHttpClient();
    final Collection<Event> events = new ConcurrentLinkedQueue<>();
    final Collection<Quarantined> quarantined = new ConcurrentLinkedQueue<>();
    final LogWriter log;
    private final Javalin server;
    private final TopicFollower<String, Event> followedEvents;
    private final TopicFollower<String, Quarantined> followedQuarantine;

    WebhookFixture(Path folder, IngestConfig config) throws InterruptedException {
        kafka = EmbeddedKafka.start(folder, 0);
        logConfig = new LogConfig(kafka.bootstrapServers(), 2, 1);
        TopicCreator.ensure(logConfig, List.of(Topics.DIRECTORY, Topics.EVENTS, Topics.QUARANTINE));
        directory = Directory.start(logConfig, AdminKey.of(ADMIN_SECRET));
        directory.awaitReady(PATIENCE);
        log = new LogWriter(logConfig, "webhook-test");
        organizations = new DirectoryWriter(directory, log, Clock.systemUTC());
        acme = organizations.createOrganization(ACME, "Acme Ltd");
        app = IngestApp.start(config, logConfig, directory, metrics, Clock.systemUTC());
        replayer = new Replayer(config, directory, log, metrics);
        server = Javalin.create(settings -> {
                    settings.jetty.host = "127.0.0.1";
                    app.routes().register(settings);
                })
                .start(0);
        followedEvents =
                TopicFollower.fromStart(logConfig, Topics.EVENTS, (_, _, _, event) -> events.add(present(event)));
        followedQuarantine =
                TopicFollower.fromStart(logConfig, Topics.QUARANTINE, (_, _, _, set) -> quarantined.add(present(set)));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("there are no tombstones in these topics");
        }
        return value;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + WebhookRoutes.PATH);
    }

    HttpRequest.Builder request(String contentType, byte[] body) {
        var builder = HttpRequest.newBuilder(uri())
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + acme.webhookSecret())
                .POST(BodyPublishers.ofByteArray(body));
        return contentType.isEmpty() ? builder : builder.header("Content-Type", contentType);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this test", e);
        }
    }

    HttpResponse<String> post(String contentType, String body) {
        return send(request(contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    HttpResponse<String> post(String contentType, byte[] body) {
        return send(request(contentType, body));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + response.body(), e);
        }
    }

    /** What was set aside, as text. */
    static String raw(Quarantined set) {
        return new String(Base64.getDecoder().decode(set.rawBase64()), StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /** What reached the log for one campaign, which is how tests keep out of each other's way. */
    List<Event> eventsOf(String campaignId) {
        return events.stream()
                .filter(event -> event.campaignId().equals(campaignId))
                .toList();
    }

    /** The same log on the same port, after it was gone. */
    void restartKafka(Path folder) {
        kafka = EmbeddedKafka.start(folder, kafka.port());
    }

    /** Sends events for every partition and a rejection and waits for them: what came before has been seen by then. */
    void awaitLog() {
        var marker = "marker-" + System.nanoTime();
        var leads = IntStream.range(0, 16).mapToObj(i -> sent(marker, "lead" + i + "@example.com"));
        post("application/json", leads.collect(Collectors.joining(",", "[\"" + marker + "\",", "]")));
        var markerBytes = Base64.getEncoder().encodeToString(("\"" + marker + "\"").getBytes(StandardCharsets.UTF_8));
        Awaitility.await().atMost(PATIENCE).until(() -> eventsOf(marker).size() == 16);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        quarantined.stream().anyMatch(set -> set.rawBase64().equals(markerBytes)));
    }

    static String sent(String campaignId, String leadEmail) {
        return Json.write(Map.of(
                "event_type",
                "email_sent",
                "timestamp",
                "2026-03-04T05:06:07.089Z",
                "campaign_id",
                campaignId,
                "lead_email",
                leadEmail,
                "email_account",
                "sender@example.com",
                "step",
                1));
    }

    double count(String step, String outcome) {
        return metrics.get("salesbrain.ingest." + step)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public void close() {
        followedEvents.close();
        followedQuarantine.close();
        app.close();
        server.stop();
        http.shutdownNow();
        directory.close();
        log.close();
        kafka.close();
    }
}
