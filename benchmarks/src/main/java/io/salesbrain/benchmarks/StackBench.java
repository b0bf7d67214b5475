package io.salesbrain.benchmarks;

import io.salesbrain.standalone.roles.TemporaryFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole embedded stack: how soon a webhook is seen, how soon the demo lives, how much memory it takes. */
@Command(name = "stack", description = "Start, latency from webhook to hot leads, resident memory of the demo.")
final class StackBench implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration VISIBLE_PATIENCE = Duration.ofSeconds(20);

    @Option(names = "--rounds", description = "Webhooks measured for latency (default: ${DEFAULT-VALUE}).")
    private int rounds = 200;

    @Option(names = "--minutes", description = "How long the demo runs for its memory (default: ${DEFAULT-VALUE}).")
    private int minutes = 10;

    @Override
    public Integer call() throws IOException {
        latency();
        demo();
        return 0;
    }

    private void latency() throws IOException {
        try (var data = TemporaryFolder.create("salesbrain-bench");
                var installation =
                        Installation.start("run", "--data", data.path().toString())) {
            System.out.printf("run: ready after %.1f s%n", seconds(installation.readyAfter()));
            var customer = installation.post(
                    "/api/admin/organizations",
                    Installation.ADMIN_KEY,
                    "{\"organization_id\":\"bench\",\"name\":\"Bench\"}");
            var secret = customer.path("webhook_secret").asText();
            var key = customer.path("api_key").asText();
            int warmUp = Math.min(50, rounds);
            var millis = new double[rounds];
            for (int i = -warmUp; i < rounds; i++) {
                double took = untilVisible(installation, secret, key, "lead" + (i + warmUp) + "@kundin.example");
                if (i >= 0) {
                    millis[i] = took;
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    "webhook to /api/hot-leads on an idle machine, %d webhooks after %d to warm up: median %.0f ms,"
                            + " p90 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                    rounds,
                    warmUp,
                    millis[rounds / 2],
                    millis[rounds * 9 / 10],
                    millis[rounds * 99 / 100],
                    millis[rounds - 1]);
        }
    }

    private static double untilVisible(Installation installation, String secret, String key, String lead)
            throws IOException {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long startNanos = System.nanoTime();
        installation.post(
                "/webhooks/instantly/webhook",
                secret,
                "{\"event_type\":\"link_clicked\",\"timestamp\":\"" + now
                        + "\",\"campaign_id\":\"c-1\",\"lead_email\":\"" + lead
                        + "\",\"email_account\":\"sales@agency.example\",\"step\":1,\"variant\":1}");
        while (true) {
            for (var item : installation.get("/api/hot-leads?limit=5", key).path("items")) {
                if (item.path("lead_email").asText().equals(lead)) {
                    return (System.nanoTime() - startNanos) / 1e6;
                }
            }
            if (System.nanoTime() - startNanos > VISIBLE_PATIENCE.toNanos()) {
                throw new IOException(
                        lead + " is not among the hot leads after " + VISIBLE_PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void demo() throws IOException {
        try (var installation = Installation.start("demo")) {
            System.out.printf("demo: ready after %.1f s%n", seconds(installation.readyAfter()));
            System.out.printf("demo: first hot lead %.1f s after it was ready%n", seconds(firstHotLead(installation)));
            long most = 0;
            for (int minute = 1; minute <= minutes; minute++) {
                LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
                long resident = installation.residentMib();
                most = Math.max(most, resident);
                var pipeline = installation.get("/api/admin/pipeline", Installation.ADMIN_KEY);
                System.out.printf(
                        "demo: minute %d of %d, %d MiB resident, %d events accepted, lag %d%n",
                        minute,
                        minutes,
                        resident,
                        pipeline.path("accepted").asLong(),
                        pipeline.path("lag").asLong());
            }
            System.out.printf(
                    "demo: %.2f GiB resident after %d minutes (largest of each minute's end: %.2f GiB)%n",
                    installation.residentMib() / 1024.0, minutes, most / 1024.0);
        }
    }

    private static Duration firstHotLead(Installation installation) throws IOException {
        long startNanos = System.nanoTime();
        while (true) {
            for (var organization : installation
                    .get("/api/admin/organizations", Installation.ADMIN_KEY)
                    .path("items")) {
                var id = organization.path("organization_id").asText();
                var hot = installation.get("/api/hot-leads?hot=true&organization_id=" + id, Installation.ADMIN_KEY);
                if (!hot.path("items").isEmpty()) {
                    return Duration.ofNanos(System.nanoTime() - startNanos);
                }
            }
            if (System.nanoTime() - startNanos > TimeUnit.MINUTES.toNanos(2)) {
                throw new IOException("no hot lead two minutes after the demo was ready");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
