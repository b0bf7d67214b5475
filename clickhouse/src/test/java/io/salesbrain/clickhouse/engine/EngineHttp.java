package io.salesbrain.clickhouse.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain HTTP against the engine's endpoint, as any tool would speak it. */
final class EngineHttp {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final EngineEndpoint endpoint;

    EngineHttp(EngineEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    HttpResponse<String> post(String body, String... urlParameters) {
        return send(request(urlParameters).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(byte[] body, String... urlParameters) {
        return send(request(urlParameters).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String... urlParameters) {
        return send(request(urlParameters).GET());
    }

    /** A request with credentials; parameters in pairs of name and value. */
    HttpRequest.Builder request(String... urlParameters) {
        return anonymous("/" + query(urlParameters))
                .header("X-ClickHouse-User", endpoint.user())
                .header("X-ClickHouse-Key", endpoint.password());
    }

    HttpRequest.Builder anonymous(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(endpoint.url() + pathAndQuery));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> bodyHandler) {
        try {
            return CLIENT.send(request.build(), bodyHandler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String code(HttpResponse<?> response) {
        return response.headers().firstValue("X-ClickHouse-Exception-Code").orElse("");
    }

    private static String query(String... urlParameters) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < urlParameters.length; i += 2) {
            pairs.put(urlParameters[i], urlParameters[i + 1]);
        }
        return pairs.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
