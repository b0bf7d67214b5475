package io.salesbrain.benchmarks.ingest;

import com.sun.management.OperatingSystemMXBean;
import io.salesbrain.standalone.roles.TemporaryFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The receiver of webhooks; every comparison is made in one run, in turns, and quoted by its median. */
@Command(
        name = "ingest",
        description =
                "Single posts against an empty answer, bulk against a bare producer, latency at half the maximum.")
public final class IngestBench implements Callable<Integer> {
    @Option(names = "--rounds", description = "Turns of each comparison (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Length of one turn (default: ${DEFAULT-VALUE}).")
    private int seconds = 6;

    @Option(names = "--connections", description = "Connections that post singly (default: ${DEFAULT-VALUE}).")
    private int connections = 512;

    @Option(names = "--bulk-events", description = "Events of one bulk turn (default: ${DEFAULT-VALUE}).")
    private int bulkEvents = 40_000;

    @Option(names = "--only", description = "One part alone: single, bulk (default: all).")
    private String only = "";

    private final AtomicLong next = new AtomicLong();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.create("salesbrain-bench-ingest");
                var receiver = new Receiver(folder.path())) {
            if (!only.equals("bulk")) {
                double most = single(receiver);
                latency(receiver, most / 2);
            }
            if (!only.equals("single")) {
                bulk(receiver);
            }
        }
        return 0;
    }

    private double single(Receiver receiver) {
        var turn = Duration.ofSeconds(seconds);
        var webhook = new Load(receiver, Receiver.WEBHOOK_PATH, connections, next);
        var empty = new Load(receiver, Receiver.EMPTY_PATH, connections, next);
        empty.closed(turn);
        webhook.closed(turn);
        webhook.closed(turn);
        var taken = new double[rounds];
        var answered = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long startNanos = cpuNanos();
            answered[round] = empty.closed(turn);
            long betweenNanos = cpuNanos();
            taken[round] = webhook.closed(turn);
            System.out.printf(
                    "single, turn %d of %d: %.0f/s taken (%.0f us of CPU each, sender included), %.0f/s answered empty"
                            + " (%.0f us)%n",
                    round + 1,
                    rounds,
                    taken[round],
                    (cpuNanos() - betweenNanos) / 1e3 / (taken[round] * seconds),
                    answered[round],
                    (betweenNanos - startNanos) / 1e3 / (answered[round] * seconds));
        }
        System.out.printf(
                "single posts over %d connections: median %.0f/s taken, %.0f/s answered with an empty 202, ratio %.2f"
                        + " (goal 0.60)%n",
                connections, median(taken), median(answered), median(taken) / median(answered));
        return median(taken);
    }

    private void latency(Receiver receiver, double perSecond) {
        var load = new Load(receiver, Receiver.WEBHOOK_PATH, connections, next);
        load.open(perSecond, Duration.ofSeconds(seconds));
        var p99 = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            var sorted = load.open(perSecond, Duration.ofSeconds(seconds));
            p99[round] = millis(sorted, 0.99);
            System.out.printf(
                    "latency, turn %d of %d at %.0f/s: median %.1f ms, p90 %.1f, p99 %.1f, max %.1f%n",
                    round + 1,
                    rounds,
                    perSecond,
                    millis(sorted, 0.5),
                    millis(sorted, 0.9),
                    p99[round],
                    millis(sorted, 1));
        }
        System.out.printf(
                "p99 of a single post at half the maximum rate: median of the turns %.1f ms (goal 25)%n", median(p99));
    }

    private void bulk(Receiver receiver) throws IOException, InterruptedException {
        var load = new BulkLoad(receiver, bulkEvents, 2);
        load.throughReceiver(next.getAndAdd(bulkEvents));
        load.throughReceiver(next.getAndAdd(bulkEvents));
        load.throughBareProducer(load.lastRecords());
        var received = new double[rounds];
        var produced = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            received[round] = load.throughReceiver(next.getAndAdd(bulkEvents));
            produced[round] = load.throughBareProducer(load.lastRecords());
            System.out.printf(
                    "bulk, turn %d of %d: %.0f/s received, %.0f/s from a bare producer%n",
                    round + 1, rounds, received[round], produced[round]);
        }
        System.out.printf(
                "bulk, %d events of 1.2 KB in 2 uploads at once: median %.0f/s received, %.0f/s from a bare producer,"
                        + " ratio %.2f (goal 0.50)%n",
                bulkEvents, median(received), median(produced), median(received) / median(produced));
    }

    /** Of the whole process; unlike the rates it does not depend on what else the machine does. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double millis(long[] sortedNanos, double share) {
        return sortedNanos[(int) Math.min(sortedNanos.length - 1, Math.round(share * sortedNanos.length))] / 1e6;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
