package io.salesbrain.standalone.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The administrator's part of the API. */
public final class AdminApi implements AutoCloseable {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    /** A replay of all works for twenty seconds before it answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final BaseUrl base;
    private final String adminKey;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();

    public AdminApi(BaseUrl base, String adminKey) {
        this.base = base;
        this.adminKey = adminKey;
    }

    public JsonNode get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(base.at(path)));
    }

    public JsonNode post(String path, Object body) throws InterruptedException {
        return send(HttpRequest.newBuilder(base.at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body))));
    }

    private JsonNode send(HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.header("Authorization", "Bearer " + adminKey)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RemoteException(base + " does not answer (" + Failures.reason(e) + "); is --url right?", e);
        }
        if (answer.statusCode() == 401) {
            throw new RemoteException(base + " does not know this key; give the admin key with --admin-key.");
        }
        if (answer.statusCode() / 100 != 2) {
            throw new RemoteException(base + " refused (" + answer.statusCode() + "): " + message(answer));
        }
        return json(request.uri(), answer.body());
    }

    private static JsonNode json(URI uri, String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RemoteException(uri + " did not answer in JSON; is --url right?", e);
        }
    }

    private static String message(HttpResponse<String> answer) {
        try {
            return Json.MAPPER.readTree(answer.body()).at("/error/message").asText("it does not say why.");
        } catch (JsonProcessingException _) {
            return "it does not say why.";
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
