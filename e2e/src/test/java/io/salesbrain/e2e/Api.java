package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;

/** The HTTP interface of a running installation, for a test. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A bound for what hangs, not a figure: a machine may be busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String webhookBase;
    private final String adminKey;

    Api(int port, String adminKey) {
        this(port, port, adminKey);
    }

    Api(int port, int webhookPort, String adminKey) {
        this.base = "http://127.0.0.1:" + port;
        this.webhookBase = "http://127.0.0.1:" + webhookPort;
        this.adminKey = adminKey;
    }

    record Answer(int status, JsonNode body) {}

    record Customer(String id, String apiKey, String webhookSecret) {}

    Answer get(String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), key);
    }

    Answer admin(String path) throws IOException, InterruptedException {
        return get(path, adminKey);
    }

    Answer admin(String method, String path, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body)),
                adminKey);
    }

    Answer post(String path, String key, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                key);
    }

    Answer webhook(String secret, String body) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(webhookBase + "/webhooks/instantly/webhook"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                secret);
    }

    Customer createCustomer(String id) throws IOException, InterruptedException {
        var answer = post(
                "/api/admin/organizations",
                adminKey,
                "{\"organization_id\":\"" + id + "\",\"name\":\"The " + id + "\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return new Customer(
                id,
                answer.body().path("api_key").asText(),
                answer.body().path("webhook_secret").asText());
    }

    private Answer send(HttpRequest.Builder request, String key) throws IOException, InterruptedException {
        var response = client.send(
                request.header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(response.statusCode(), isJson ? JSON.readTree(response.body()) : JSON.nullNode());
    }

    /** Until the installation says that all its parts are up. */
    void awaitReady(RunningProcess... processes) {
        try {
            eventually(() -> {
                for (var process : processes) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the process has ended");
                    }
                }
                var ready = admin("/ready");
                assertThat(ready.status()).as("%s", ready.body()).isEqualTo(200);
            });
        } catch (ConditionTimeoutException | IllegalStateException e) {
            var said = Stream.of(processes)
                    .map(process -> String.join("\n", process.output()))
                    .collect(Collectors.joining("\n\n"));
            throw new AssertionError("not ready; it said:\n" + said, e);
        }
    }

    /** Until everything accepted is visible everywhere; returns the last answer of the pipeline. */
    JsonNode awaitSettled(long accepted) {
        var last = new JsonNode[1];
        eventually(() -> {
            var pipeline = admin("/api/admin/pipeline").body();
            last[0] = pipeline;
            assertThat(pipeline.path("accepted").asLong()).as("%s", pipeline).isEqualTo(accepted);
            assertThat(pipeline.path("lag").asLong()).as("%s", pipeline).isZero();
        });
        return last[0];
    }

    static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(failure -> failure instanceof IOException)
                .untilAsserted(condition);
    }
}
