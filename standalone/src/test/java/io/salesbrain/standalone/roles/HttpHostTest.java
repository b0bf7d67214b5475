package io.salesbrain.standalone.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HttpHostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpSettings STRICT = new HttpSettings("127.0.0.1", 0, 50, Duration.ofMillis(400));

    private static HttpHost host(HttpSettings settings) {
        return HttpHost.start(
                settings, List.of(config -> config.routes.get("/hello", context -> context.result("hello"))));
    }

    /** A connection that sends what it is told, when it is told. */
    private static final class Line implements AutoCloseable {
        private final Socket socket;

        Line(HttpHost host) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), host.port());
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        String statusLine() throws IOException {
            var line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }

        void skipTo(String end) throws IOException {
            var seen = new StringBuilder();
            while (seen.indexOf(end) < 0) {
                seen.append((char) socket.getInputStream().read());
            }
        }

        void hangUp() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            hangUp();
        }
    }

    @Test
    void aHeadThatTricklesInIsEnded() throws IOException {
        try (var host = host(STRICT);
                var line = new Line(host)) {
            line.send("GET /hello HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            var answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return line.statusLine();
                } catch (IOException e) {
                    return e.toString();
                }
            });
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(PATIENCE)
                    .until(() -> {
                        if (!answer.isDone()) {
                            line.send("x");
                        }
                        return answer.isDone();
                    });
            assertThat(answer.join()).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
    }

    @Test
    void aLongBodyIsNotTakenForAHead() throws IOException {
        try (var host = HttpHost.start(
                        STRICT,
                        List.of(config -> config.routes.post(
                                "/upload",
                                context -> context.result(
                                        "" + context.bodyInputStream().readAllBytes().length))));
                var line = new Line(host)) {
            int parts = 30;
            var part = "x".repeat(10 << 10);
            line.send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + parts * part.length()
                    + "\r\n\r\n");
            var sent = new int[1];
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(40))
                    .atMost(PATIENCE)
                    .until(() -> {
                        line.send(part);
                        return ++sent[0] == parts;
                    });
            assertThat(line.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aQuietConnectionIsKeptAndASecondHeadIsWatchedToo() throws IOException {
        try (var host = host(STRICT);
                var line = new Line(host)) {
            var watched = System.nanoTime();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> System.nanoTime() - watched
                            > STRICT.headerPatience().toNanos() * 2);
            line.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(line.statusLine()).isEqualTo("HTTP/1.1 200 OK");
            line.skipTo("hello");
            var rested = System.nanoTime();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() ->
                            System.nanoTime() - rested > STRICT.headerPatience().toNanos() * 2);
            line.send("GET /hello HTTP/1.1\r\nHo");
            assertThat(line.statusLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitUntilOneIsFree() throws IOException {
        try (var host = host(new HttpSettings("127.0.0.1", 0, 2));
                var one = new Line(host);
                var other = new Line(host)) {
            for (var line : List.of(one, other)) {
                line.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(line.statusLine()).isEqualTo("HTTP/1.1 200 OK");
            }
            try (var waiting = new Line(host)) {
                waiting.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
                var answer = CompletableFuture.supplyAsync(() -> {
                    try {
                        return waiting.statusLine();
                    } catch (IOException e) {
                        return e.toString();
                    }
                });
                one.skipTo("hello");
                one.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(one.statusLine()).isEqualTo("HTTP/1.1 200 OK");
                assertThat(answer).isNotDone();
                one.hangUp();
                assertThat(answer.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    void slowRequestsOfOneRouteLeaveRoomForOthers() throws Exception {
        var release = new CountDownLatch(1);
        try (var host = HttpHost.start(new HttpSettings("127.0.0.1", 0, 1_000), List.of(config -> {
            config.routes.get("/hello", context -> context.result("hello"));
            config.routes.get("/slow", context -> release.await());
        }))) {
            var lines = new ArrayList<Line>();
            for (int i = 0; i < 200; i++) {
                var line = new Line(host);
                lines.add(line);
                line.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            try (var quick = new Line(host)) {
                quick.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(quick.statusLine()).isEqualTo("HTTP/1.1 200 OK");
            } finally {
                release.countDown();
                for (var line : lines) {
                    line.close();
                }
            }
        }
    }

    @Test
    void impossibleSettingsAreNamed() {
        assertThatThrownBy(() -> new HttpSettings("127.0.0.1", 70_000, 10)).hasMessageContaining("--port");
        assertThatThrownBy(() -> new HttpSettings("127.0.0.1", 0, 0)).hasMessageContaining("--max-connections");
    }

    @Test
    void aRequestWithoutEndDoesNotKeepItFromClosing() throws Exception {
        var entered = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var host = HttpHost.start(
                STRICT,
                List.of(config -> config.routes.get("/endless", _ -> {
                    entered.countDown();
                    var _ = end.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                })));
        try (var line = new Line(host)) {
            line.send("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(entered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            int port = host.port();
            host.close();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                    .isInstanceOf(IOException.class);
        } finally {
            end.countDown();
        }
    }
}
