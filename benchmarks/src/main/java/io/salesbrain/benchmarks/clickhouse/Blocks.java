package io.salesbrain.benchmarks.clickhouse;

import io.salesbrain.clickhouse.engine.EngineEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** ClickHouse's own blocks (the format Native), read and inserted as they are: the least work an insert can be. */
final class Blocks {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EngineEndpoint endpoint;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Blocks(EngineEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    byte[] read(String query) throws IOException, InterruptedException {
        return send("", (query + " FORMAT Native").getBytes(StandardCharsets.UTF_8));
    }

    void insert(String table, byte[] block) throws IOException, InterruptedException {
        var query = URLEncoder.encode("INSERT INTO " + table + " FORMAT Native", StandardCharsets.UTF_8);
        var _ = send("?async_insert=0&query=" + query, block);
    }

    private byte[] send(String query, byte[] body) throws IOException, InterruptedException {
        var credentials = endpoint.user() + ":" + endpoint.password();
        var request = HttpRequest.newBuilder(URI.create(endpoint.url() + "/" + query))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the engine answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
