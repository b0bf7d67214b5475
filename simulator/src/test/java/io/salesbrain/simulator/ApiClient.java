package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The API of a running stand-in as one workspace sees it. */
final class ApiClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String key;

    ApiClient(SimulatorServer server, String key) {
        this.base = "http://127.0.0.1:" + server.port() + "/api/v2";
        this.key = key;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return good("GET", path, "");
    }

    /** Sends a request that must succeed. */
    JsonNode good(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return JSON.readTree(answer.body());
    }

    void refused(String method, String path, String body, int status, String message)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(error.path("statusCode").asInt()).isEqualTo(status);
        assertThat(error.path("message").asText()).isEqualTo(message);
    }

    /** All pages of a list. */
    List<JsonNode> everything(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=100&starting_after=" + after);
            page.path("items").forEach(items::add);
            after = page.path("next_starting_after").asText();
        } while (!after.isEmpty());
        return items;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
