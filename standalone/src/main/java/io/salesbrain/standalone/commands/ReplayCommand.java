package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.remote.BaseUrl;
import io.salesbrain.standalone.replay.BarDisplay;
import io.salesbrain.standalone.replay.Display;
import io.salesbrain.standalone.replay.FileReplay;
import io.salesbrain.standalone.replay.LineDisplay;
import io.salesbrain.standalone.replay.Patience;
import io.salesbrain.standalone.replay.ReplayJob;
import io.salesbrain.standalone.replay.ReplaySummary;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Posts a file of webhook payloads to a running installation; started again it goes on where it was.")
final class ReplayCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            description = "Lines of JSON, a JSON array or one object, plain or gzip; - reads standard input.")
    private String file = "";

    @Option(names = "--url", description = "Where Salesbrain answers (default: ${DEFAULT-VALUE}).")
    private String url = "http://localhost:8080";

    @Option(
            names = "--webhook-secret",
            required = true,
            description = "The organization's webhook secret; better given as SALESBRAIN_WEBHOOK_SECRET_FILE.")
    private String webhookSecret = "";

    @Option(names = "--batch-lines", description = "Payloads posted at once (default: ${DEFAULT-VALUE}).")
    private int batchLines = 5_000;

    @Option(
            names = "--resume",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Go on where an earlier replay of this file ended (default: ${DEFAULT-VALUE}).")
    private boolean resume;

    @Option(
            names = "--progress-file",
            description = "Where it is noted how far a file is (default: FILE.salesbrain-progress).")
    private @Nullable Path progressFile;

    @Override
    public Integer call() throws InterruptedException {
        var summary = replay(job());
        print(summary, System.out);
        return summary.complete() ? 0 : 1;
    }

    /** The bar is gone when this returns. */
    private static ReplaySummary replay(ReplayJob job) throws InterruptedException {
        try (var display = display()) {
            return new FileReplay(job, System.in, display).run();
        }
    }

    private ReplayJob job() {
        boolean standardInput = file.equals(STANDARD_INPUT);
        var path = Path.of(file);
        return new ReplayJob(
                standardInput ? Optional.empty() : Optional.of(path),
                progressFile == null ? ReplayJob.besideOf(path) : progressFile,
                resume,
                BaseUrl.parse(url),
                webhookSecret.strip(),
                batchLines,
                Patience.DEFAULT);
    }

    private static Display display() {
        // Without a terminal there is, depending on the JDK, no console or one that says so.
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? new BarDisplay(System.err) : new LineDisplay(System.err);
    }

    private static void print(ReplaySummary summary, PrintStream out) {
        var tally = summary.tally();
        out.printf(
                "%d posted%s: %d accepted, %d quarantined.%n",
                tally.accepted() + tally.quarantined(),
                summary.resumedAfter() > 0
                        ? " (up to " + summary.placeName() + " " + summary.resumedAfter() + " by an earlier replay)"
                        : "",
                tally.accepted(),
                tally.quarantined());
        for (var setAside : tally.firstQuarantined()) {
            out.printf(
                    "  %s %d: %s (%s)%n", summary.placeName(), setAside.place(), setAside.code(), setAside.message());
        }
        if (tally.quarantined() > tally.firstQuarantined().size()) {
            out.println("  … and more; './salesbrain quarantine list' shows them.");
        }
    }
}
