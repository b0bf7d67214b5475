package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard in a real browser on a real installation that a simulated Instantly sends to: the main tasks of each
 * screen by pointer and by keyboard, English and German, desktop and phone, and texts that try to run in the page. The tasks are
 * written in {@code query-api/dashboard/browser}. With {@code -Dsalesbrain.pictures=FOLDER} the pictures of the docs are made too.
 */
class BrowserTest {
    private static final Path HOME = Path.of(System.getProperty("salesbrain.home", ".."));
    private static final Path RUN = HOME.resolve("query-api/dashboard/browser/run.sh");
    private static final long SEED = 1;
    private static final double EVENTS_PER_SECOND = 1;
    private static final long HISTORY = 1_000;
    private static final int PATIENCE_MINUTES = 20;

    @TempDir
    private Path data;

    @Test
    void eachScreenDoesWhatItIsFor() throws Exception {
        try (var instantly =
                        SimulatorServer.start("127.0.0.1", 0, SEED, Habits.PERFECT, EVENTS_PER_SECOND, Crowd.NONE);
                var run = Installation.start(data, "--instantly-url", "http://127.0.0.1:" + instantly.port())) {
            var acme = run.api().createCustomer("acme");
            var connection = run.api()
                    .admin("PUT", "/api/instantly/connection?organization_id=acme", "{\"api_key\":\"key-of-acme\"}");
            assertThat(connection.status()).as("%s", connection.body()).isEqualTo(200);
            awaitHistory(run.api());
            var output = data.resolve("browser.txt");
            var exit = browser(run.port(), acme.apiKey(), output);
            assertThat(exit).as(() -> read(output)).hasValue(0);
        }
    }

    /** Until what Instantly tells of the weeks before is in every answer. */
    private static void awaitHistory(Api api) {
        Api.eventually(() -> {
            var pipeline = api.admin("/api/admin/pipeline").body();
            assertThat(pipeline.path("accepted").asLong()).as("%s", pipeline).isGreaterThan(HISTORY);
            assertThat(pipeline.path("lag").asLong()).as("%s", pipeline).isZero();
        });
    }

    /** Empty where it did not end in time. */
    private Optional<Integer> browser(int port, String key, Path output) throws Exception {
        var builder = new ProcessBuilder(RUN.toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SALESBRAIN_URL",
                        "http://127.0.0.1:" + port,
                        "SALESBRAIN_ADMIN_KEY",
                        Installation.ADMIN_KEY,
                        "SALESBRAIN_KEY",
                        key,
                        "RESULTS",
                        HOME.resolve("e2e/target/browser").toString()));
        Optional.ofNullable(System.getProperty("salesbrain.pictures"))
                .ifPresent(folder -> builder.environment().put("PICTURES", folder));
        var browser = builder.redirectOutput(output.toFile()).start();
        try {
            return browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)
                    ? Optional.of(browser.exitValue())
                    : Optional.empty();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
