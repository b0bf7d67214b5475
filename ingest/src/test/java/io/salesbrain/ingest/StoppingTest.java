package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the receiver, or the log behind it, goes away. */
class StoppingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aStopFinishesWhatIsUnderWayAndTakesNothingNew() throws Exception {
        try (var fixture = new WebhookFixture(folder, IngestConfig.DEFAULT);
                var sender = new SlowSender(fixture)) {
            sender.write(sent("slow", "first@example.com") + "\n");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> fixture.eventsOf("slow").size() == 1);

            var stop = CompletableFuture.runAsync(fixture.app::close);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> fixture.post("application/json", "[]").statusCode() == 503);
            var refused = fixture.post("application/json", "[]");
            assertThat(json(refused).at("/error/code").asText()).isEqualTo("stopping");
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(stop).isNotDone();

            sender.write(sent("slow", "second@example.com") + "\n");
            assertThat(sender.finish()).endsWith("{\"accepted\":2,\"quarantined\":0,\"reasons\":[]}");
            stop.join();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> fixture.eventsOf("slow").size() == 2);
        }
    }

    /** Sends lines in chunks of HTTP/1.1, each the moment it is written, which no HTTP client lets one do. */
    private static final class SlowSender implements AutoCloseable {
        private final Socket socket;

        SlowSender(WebhookFixture fixture) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), fixture.uri().getPort());
            raw("POST " + fixture.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                    + fixture.acme.webhookSecret() + "\r\n\r\n");
        }

        void write(String text) throws IOException {
            raw(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
        }

        String finish() throws IOException {
            raw("0\r\n\r\n");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        private void raw(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void withoutTheLogSendersAreAskedToComeAgainUntilItIsBack() throws InterruptedException, IOException {
        try (var fixture = new WebhookFixture(folder, IngestConfig.DEFAULT)) {
            Awaitility.await().atMost(PATIENCE).until(fixture.app::isWritable);
            fixture.kafka.close();
            Awaitility.await().atMost(PATIENCE).until(() -> !fixture.app.isWritable());
            var refused = fixture.post("application/json", sent("outage", "lost@example.com"));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).at("/error/code").asText()).isEqualTo("log_unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");

            fixture.restartKafka(folder);
            Awaitility.await().atMost(PATIENCE).until(fixture.app::isWritable);
            var accepted = fixture.post("application/json", sent("outage", "back@example.com"));
            assertThat(accepted.statusCode()).isEqualTo(202);
            fixture.awaitLog();
            assertThat(fixture.eventsOf("outage"))
                    .anyMatch(event -> event.leadEmail().equals("back@example.com"));
        }
    }
}
