package io.salesbrain.instantly.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as it is told and remembers what it was asked. */
final class RecordingServer implements AutoCloseable {
    record Request(String method, String path, Map<String, String> query, String body, Map<String, String> headers) {}

    record Reply(int status, String body, Map<String, String> headers) {
        static Reply ok(String body) {
            return new Reply(200, body, Map.of());
        }

        static Reply error(int status, String message) {
            return new Reply(
                    status,
                    "{\"statusCode\":" + status + ",\"error\":\"Error\",\"message\":\"" + message + "\"}",
                    Map.of());
        }
    }

    /** Fast in everything but the order of things. */
    static final Patience HASTY = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            3,
            Duration.ofMillis(2),
            Duration.ofMillis(5));

    private final HttpServer server;
    private final HttpClient http = InstantlyClient.http(HASTY);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final MeterRegistry metrics = new SimpleMeterRegistry();

    RecordingServer(Function<Request, Reply> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> serve(exchange, answers));
        server.start();
    }

    private void serve(HttpExchange exchange, Function<Request, Reply> answers) {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI().getRawQuery()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    headers);
            requests.add(request);
            var reply = answers.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : Optional.ofNullable(raw).orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    List<Request> requests() {
        return requests;
    }

    MeterRegistry metrics() {
        return metrics;
    }

    InstantlyClient client() {
        return client(Optional.empty(), Ticker.SYSTEM);
    }

    InstantlyClient client(Optional<String> subWorkspace, Ticker ticker) {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new InstantlyClient(
                http, new Access(base, "key-of-test", subWorkspace, "w"), new Limiters(ticker), HASTY, metrics);
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.stop(0);
    }
}
