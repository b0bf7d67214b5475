package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
