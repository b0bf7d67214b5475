package io.salesbrain.benchmarks.hot;

import io.javalin.Javalin;
import io.salesbrain.events.Json;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.routes.HotLeadRoutes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whole reads of hot leads, over loopback: question, index, JSON, answer. The goal is 20 ms. */
@Command(
        name = "hot-leads",
        description = "GET /api/hot-leads over a read model of a million leads, at rest and while leads move.")
public final class HotLeadsBench implements Callable<Integer> {
    @Option(names = "--leads", description = "Scored leads of the one organization (default: ${DEFAULT-VALUE}).")
    private int leads = 1_000_000;

    @Option(names = "--reads", description = "Reads measured of each kind (default: ${DEFAULT-VALUE}).")
    private int reads = 1_000;

    @Option(names = "--moves", description = "Leads that move per second meanwhile (default: ${DEFAULT-VALUE}).")
    private int moves = 5_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var invented = new InventedLeads(leads, System.currentTimeMillis());
        var index = new LeadIndex(new ScoreSettingsBook());
        long startNanos = System.nanoTime();
        for (int i = 0; i < leads; i++) {
            var state = invented.lead(i);
            index.accept(state.key(), state);
        }
        System.out.printf(
                "%d leads in order after %.1f s, %.0f bytes each%n",
                leads, (System.nanoTime() - startNanos) / 1e9, usedBytes() / (double) leads);
        var routes = new HotLeadRoutes(index, InstantSource.system());
        var server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/api/hot-leads", ctx -> routes.list(ctx, InventedLeads.ORGANIZATION));
                })
                .start("127.0.0.1", 0);
        try {
            measureAll(server.port(), "at rest");
            try (var moving = new Moving(index, invented, moves)) {
                measureAll(server.port(), "while leads move");
                System.out.printf("%.0f leads moved per second meanwhile%n", moving.perSecond());
            }
        } finally {
            server.stop();
        }
        return 0;
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void measureAll(int port, String when) throws IOException, InterruptedException {
        var root = "http://127.0.0.1:" + port + "/api/hot-leads?limit=100";
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("the first 100", root);
        kinds.put("the first 100 hot", root + "&hot=true");
        kinds.put("the first 100 not hot", root + "&hot=false");
        kinds.put("100 of a campaign of a fiftieth", root + "&campaign_id=" + InventedLeads.LARGE_CAMPAIGN);
        kinds.put("100 of a campaign of a ten-thousandth", root + "&campaign_id=" + InventedLeads.SMALL_CAMPAIGN);
        kinds.put("the hot of that one", root + "&hot=true&campaign_id=" + InventedLeads.SMALL_CAMPAIGN);
        kinds.put("100 after 5 000", root + "&starting_after=" + after(root, 50));
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            measure(kind.getValue(), reads / 2);
            var nanos = measure(kind.getValue(), reads);
            System.out.printf(
                    "%s, %s: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                    kind.getKey(), when, millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 1));
        }
    }

    private String after(String root, int pages) throws IOException, InterruptedException {
        var next = "";
        for (int page = 0; page < pages; page++) {
            next = Json.MAPPER
                    .readTree(read(page == 0 ? root : root + "&starting_after=" + next))
                    .get("next_starting_after")
                    .asText();
        }
        return next;
    }

    /** How long each read took, the shortest first. */
    private long[] measure(String uri, int times) throws IOException, InterruptedException {
        var nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long startNanos = System.nanoTime();
            read(uri);
            nanos[i] = System.nanoTime() - startNanos;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private byte[] read(String uri) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(30))
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }

    /** Leads that move all the time, on a thread of their own, as fast as the log would bring them. */
    private static final class Moving implements AutoCloseable {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicLong moved = new AtomicLong();
        private final long startNanos = System.nanoTime();
        private final Thread thread;

        Moving(LeadIndex index, InventedLeads invented, int perSecond) {
            this.thread = Thread.ofPlatform().daemon().start(() -> {
                while (!ended.get()) {
                    long due = (System.nanoTime() - startNanos) * perSecond / 1_000_000_000L;
                    while (moved.get() < due) {
                        var state = invented.any();
                        index.accept(state.key(), state);
                        moved.incrementAndGet();
                    }
                    LockSupport.parkNanos(1_000_000);
                }
            });
        }

        double perSecond() {
            return moved.get() * 1e9 / (System.nanoTime() - startNanos);
        }

        @Override
        public void close() {
            ended.set(true);
            LockSupport.unpark(thread);
        }
    }
}
