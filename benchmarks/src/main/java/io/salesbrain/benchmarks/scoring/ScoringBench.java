package io.salesbrain.benchmarks.scoring;

import io.salesbrain.standalone.roles.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One stream thread, exactly once, RocksDB: our topology beside one that only counts, on the same log. */
@Command(
        name = "scoring",
        description = "Events per second of one stream thread beside a topology that only counts per lead, and with"
                + " ten times the leads.")
public final class ScoringBench implements Callable<Integer> {
    @Option(names = "--leads", description = "Leads with state (default: ${DEFAULT-VALUE}).")
    private int leads = 500_000;

    @Option(names = "--events", description = "Events measured, by Zipf (default: ${DEFAULT-VALUE}).")
    private int events = 300_000;

    @Option(names = "--slices", description = "Parts of them that are timed one by one (default: ${DEFAULT-VALUE}).")
    private int slices = 6;

    @Option(names = "--large", description = "Also with ten times the leads.")
    private boolean large;

    private record Result(double scoring, double counting, double residentMib) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var small = measure(leads);
        if (large) {
            var big = measure(10 * leads);
            System.out.printf(
                    "ten times the leads: %.2f of the rate (goal 0.65), resident %.2f times (goal 1.2)%n",
                    big.scoring() / small.scoring(), big.residentMib() / small.residentMib());
        }
        return 0;
    }

    private Result measure(int leads) throws IOException, InterruptedException {
        try (var folder = TemporaryFolder.create("salesbrain-bench-scoring");
                var pipeline = new Pipeline(folder.path())) {
            System.out.printf("writing the log: %,d leads, %,d events%n", leads, leads + events);
            pipeline.write(leads, events);
            var counting = pipeline.counting(leads, slices);
            var scoring = pipeline.scoring(leads, slices);
            var result = new Result(median(scoring.perSecond()), median(counting.perSecond()), residentMib());
            System.out.printf(
                    "%,d leads, one stream thread: median %.0f events/s scored, %.0f/s only counted, ratio %.2f"
                            + " (goal 0.40, better 0.55); resident %.0f MiB%n",
                    leads,
                    result.scoring(),
                    result.counting(),
                    result.scoring() / result.counting(),
                    result.residentMib());
            return result;
        }
    }

    /** Of this whole process, broker included. */
    private static double residentMib() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        throw new IOException("the system does not tell how much memory is resident");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
