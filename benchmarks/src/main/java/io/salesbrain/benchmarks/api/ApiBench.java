package io.salesbrain.benchmarks.api;

import io.salesbrain.benchmarks.Installation;
import io.salesbrain.standalone.roles.TemporaryFolder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole embedded stack, from outside: reads beside events, and live streams. Load and stack share the machine. */
@Command(
        name = "api",
        description = "Mixed reads while events come in, what they cost the receiver, and many live streams.")
public final class ApiBench implements Callable<Integer> {
    private static final int EVENTS_PER_UPLOAD = 5_000;
    private static final Duration CATCH_UP = Duration.ofMinutes(15);
    private static final int OK = 300;

    @Option(names = "--leads", description = "Leads with a month of history (default: ${DEFAULT-VALUE}).")
    private int leads = 100_000;

    @Option(names = "--reads", description = "Reads per second (default: ${DEFAULT-VALUE}).")
    private int readsPerSecond = 100;

    @Option(names = "--events", description = "Events per second, posted singly (default: ${DEFAULT-VALUE}).")
    private int eventsPerSecond = 500;

    @Option(names = "--seconds", description = "Length of each part (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--streams", description = "Live streams held open at once (default: ${DEFAULT-VALUE}).")
    private int streams = 1_000;

    @Option(
            names = "--then",
            description = "A command run once the leads are there, with SALESBRAIN_URL and SALESBRAIN_KEY set, such as"
                    + " \"node query-api/dashboard/dev/usable.mjs\".")
    private String then = "";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var data = TemporaryFolder.create("salesbrain-bench-api");
                var installation =
                        Installation.start("run", "--data", data.path().toString())) {
            System.out.printf(
                    "run: ready after %.1f s%n", installation.readyAfter().toMillis() / 1e3);
            var customer = installation.post(
                    "/api/admin/organizations",
                    Installation.ADMIN_KEY,
                    "{\"organization_id\":\"bench\",\"name\":\"Bench\"}");
            var key = customer.path("api_key").asText();
            var secret = customer.path("webhook_secret").asText();
            var traffic = new Traffic(leads);
            fill(installation, traffic, secret);
            runThen(installation, key);
            new LiveStreams(installation, client, key, secret).measure(streams);
            measure(installation, traffic, key, secret);
            System.out.printf("resident afterwards: %d MiB%n", installation.residentMib());
        }
        return 0;
    }

    private void fill(Installation installation, Traffic traffic, String secret) throws IOException {
        long startNanos = System.nanoTime();
        var upload = new ArrayList<String>();
        long events = 0;
        for (int lead = 0; lead < traffic.leads(); lead++) {
            upload.addAll(traffic.history(lead));
            if (upload.size() >= EVENTS_PER_UPLOAD || lead == traffic.leads() - 1) {
                installation.post("/webhooks/instantly/webhook", secret, "[" + String.join(",", upload) + "]");
                events += upload.size();
                upload.clear();
                System.out.printf("\r%d of %d leads told", lead + 1, traffic.leads());
            }
        }
        awaitCaughtUp(installation);
        double took = (System.nanoTime() - startNanos) / 1e9;
        System.out.printf(
                "\r%d leads, %d events, in every answer after %.0f s (%.0f/s)%n", leads, events, took, events / took);
    }

    private void runThen(Installation installation, String key) throws IOException, InterruptedException {
        if (!then.isEmpty()) {
            var command = new ProcessBuilder(then.split(" ")).inheritIO();
            command.environment().put("SALESBRAIN_URL", installation.uri("/").toString());
            command.environment().put("SALESBRAIN_KEY", key);
            int exit = command.start().waitFor();
            if (exit != 0) {
                System.out.println(then + " ended with " + exit);
            }
        }
    }

    private static void awaitCaughtUp(Installation installation) throws IOException {
        long endNanos = System.nanoTime() + CATCH_UP.toNanos();
        while (true) {
            var pipeline = installation.get("/api/admin/pipeline", Installation.ADMIN_KEY);
            if (pipeline.path("lag").asLong() == 0
                    && pipeline.path("warehouse_lag").asLong() == 0) {
                return;
            }
            if (System.nanoTime() > endNanos) {
                throw new IOException("not caught up after " + CATCH_UP.toMinutes() + " minutes: " + pipeline);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** The same load of events twice, the second time with reads beside it; before each a third of it to warm up. */
    private void measure(Installation installation, Traffic traffic, String key, String secret) {
        var length = Duration.ofSeconds(seconds);
        posts(installation, traffic, secret, length.dividedBy(3), 0);
        var alone = posts(installation, traffic, secret, length, 1);
        reads(installation, key, length.dividedBy(3));
        var beside = CompletableFuture.supplyAsync(() -> posts(installation, traffic, secret, length, 2));
        var read = reads(installation, key, length);
        var posted = beside.join();
        tellReads(read);
        double before = Steady.millis(alone, 0.99);
        double after = Steady.millis(posted, 0.99);
        System.out.printf(
                "posts at %d/s: p50 %.1f ms, p99 %.1f ms alone; p50 %.1f ms, p99 %.1f ms beside reads (p99 %+.0f %%, goal at most +20 %%)%n",
                eventsPerSecond,
                Steady.millis(alone, 0.5),
                before,
                Steady.millis(posted, 0.5),
                after,
                100 * (after / before - 1));
        refused("posts", posted);
    }

    /** @param part numbers the events apart */
    private List<Steady.Answered> posts(
            Installation installation, Traffic traffic, String secret, Duration length, int part) {
        long first = part * 100_000_000L;
        return new Steady(client)
                .run(
                        eventsPerSecond,
                        length,
                        i -> HttpRequest.newBuilder(installation.uri("/webhooks/instantly/webhook"))
                                .header("Authorization", "Bearer " + secret)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(traffic.live(first + i)))
                                .build());
    }

    private List<Steady.Answered> reads(Installation installation, String key, Duration length) {
        var reads = new Reads();
        return new Steady(client)
                .run(
                        readsPerSecond,
                        length,
                        i -> HttpRequest.newBuilder(installation.uri(reads.path(i)))
                                .header("Authorization", "Bearer " + key)
                                .build());
    }

    private void tellReads(List<Steady.Answered> answers) {
        var reads = new Reads();
        for (var name : reads.names()) {
            var own = new ArrayList<Steady.Answered>();
            for (int i = 0; i < answers.size(); i++) {
                if (reads.name(i).equals(name)) {
                    own.add(answers.get(i));
                }
            }
            System.out.printf(
                    "  %-24s %5d reads, p50 %6.1f ms, p99 %6.1f ms%n",
                    name, own.size(), Steady.millis(own, 0.5), Steady.millis(own, 0.99));
        }
        System.out.printf(
                "reads at %d/s beside %d events/s: p50 %.1f ms, p99 %.1f ms (goal 100 ms)%n",
                readsPerSecond, eventsPerSecond, Steady.millis(answers, 0.5), Steady.millis(answers, 0.99));
        refused("reads", answers);
    }

    private static void refused(String what, List<Steady.Answered> answers) {
        long refused = answers.stream().filter(answer -> answer.status() >= OK).count();
        if (refused > 0) {
            System.out.printf("%d of %d %s were refused or failed%n", refused, answers.size(), what);
        }
    }
}
