package io.salesbrain.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.Json;
import io.salesbrain.ingest.WebhookRoutes;
import io.salesbrain.standalone.remote.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Posts batches to the receiver, each again and again with pauses until it is there or will never be. */
final class Sender implements AutoCloseable {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_ANSWER_BYTES = 4 << 20;

    private final URI uri;
    private final ReplayJob job;
    private final Display display;
    private final StopSignal stop;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();

    Sender(ReplayJob job, Display display, StopSignal stop) {
        this.uri = job.url().at(WebhookRoutes.PATH);
        this.job = job;
        this.display = display;
        this.stop = stop;
    }

    private record Reply(int status, JsonNode body, Optional<Duration> retryAfter) {}

    /**
     * Asks with a body of no events whether it is welcome: the refusal of a long body can be lost with its connection.
     *
     * @return false when the replay was asked to stop
     */
    boolean isWelcome() throws InterruptedException {
        return post("anything", BodyPublishers.ofString("\n"), Optional.empty(), ANSWER_PATIENCE)
                .isPresent();
    }

    /** The receiver's answer; empty when the replay was asked to stop before there was one. */
    Optional<Receipt> send(Batch batch) throws InterruptedException, IOException {
        var what = job.name() + " from " + batch.place(0) + " to " + batch.lastPlace();
        // A mebibyte a second is little for any line.
        var patience = ANSWER_PATIENCE.plusSeconds(batch.unpackedBytes() >> 20);
        return post(what, BodyPublishers.ofFile(batch.file()), Optional.of("gzip"), patience)
                .map(Sender::receipt);
    }

    private Optional<JsonNode> post(String what, BodyPublisher body, Optional<String> encoding, Duration patience)
            throws InterruptedException {
        var builder = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + job.webhookSecret())
                .header("Content-Type", "application/x-ndjson")
                .timeout(patience)
                .POST(body);
        encoding.ifPresent(name -> builder.header("Content-Encoding", name));
        var request = builder.build();
        for (int failures = 1; ; failures++) {
            String problem;
            Optional<Duration> asked = Optional.empty();
            try {
                var reply = exchange(request);
                if (reply.status() == 202) {
                    return Optional.of(reply.body());
                }
                if (!isTransient(reply.status())) {
                    throw refused(reply, what);
                }
                problem = "it answered " + reply.status();
                asked = reply.retryAfter();
            } catch (IOException e) {
                problem = Failures.reason(e);
            }
            if (failures >= job.patience().attempts()) {
                throw new ReplayException(
                        job.url() + " did not take " + what + " in " + failures + " tries (" + problem + ").");
            }
            var pause = job.patience().pause(failures, asked, ThreadLocalRandom.current());
            display.say("The receiver did not take it (" + problem + "); trying again in " + seconds(pause) + " s.");
            stop.pause(pause);
            if (stop.isGiven()) {
                return Optional.empty();
            }
        }
    }

    private Reply exchange(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var in = response.body()) {
            var retryAfter = response.headers().firstValue("Retry-After").flatMap(Sender::seconds);
            return new Reply(response.statusCode(), json(in, response.statusCode()), retryAfter);
        }
    }

    private static JsonNode json(InputStream in, int status) throws IOException {
        var bytes = in.readNBytes(MAX_ANSWER_BYTES);
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            if (status == 202) {
                throw new IOException("its answer is no JSON", e);
            }
            return Json.MAPPER.missingNode();
        }
    }

    private static boolean isTransient(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private ReplayException refused(Reply reply, String what) {
        return new ReplayException(
                switch (reply.status()) {
                    case 401 ->
                        job.url() + " does not know this webhook secret (401); check SALESBRAIN_WEBHOOK_SECRET.";
                    case 403 -> "This key may not post webhooks (403); use the organization's webhook secret.";
                    case 413 -> job.url() + " finds " + what + " too long (413); post less at once with --batch-lines.";
                    default ->
                        job.url() + " refused " + what + " (" + reply.status() + "): "
                                + reply.body().at("/error/message").asText("it does not say why; is --url right?");
                });
    }

    private static Receipt receipt(JsonNode body) {
        List<Receipt.Reason> reasons = new ArrayList<>();
        for (var reason : body.path("reasons")) {
            reasons.add(new Receipt.Reason(
                    reason.path("index").asInt(),
                    reason.path("code").asText(),
                    reason.path("message").asText()));
        }
        return new Receipt(
                body.path("accepted").asLong(), body.path("quarantined").asLong(), reasons);
    }

    /** Of the two forms of Retry-After only the seconds: receivers that ask for a pause give it in these. */
    private static Optional<Duration> seconds(String retryAfter) {
        return retryAfter.strip().matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())))
                : Optional.empty();
    }

    private static String seconds(Duration pause) {
        return String.valueOf(Math.round(pause.toMillis() / 100.0) / 10.0);
    }

    @Override
    public void close() {
        client.close();
    }
}
