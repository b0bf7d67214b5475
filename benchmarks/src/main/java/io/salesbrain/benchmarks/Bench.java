package io.salesbrain.benchmarks;

import io.salesbrain.benchmarks.api.ApiBench;
import io.salesbrain.benchmarks.clickhouse.ClickHouseBench;
import io.salesbrain.benchmarks.hot.HotLeadsBench;
import io.salesbrain.benchmarks.human.HumanBench;
import io.salesbrain.benchmarks.ingest.IngestBench;
import io.salesbrain.benchmarks.scoring.ScoringBench;
import io.salesbrain.benchmarks.search.SearchBench;
import io.salesbrain.benchmarks.watch.WatchBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The table of contents of the benchmarks. */
@Command(
        name = "bench",
        description = "Benchmarks; each prints its figures and ends by itself.",
        subcommands = {
            StackBench.class,
            IngestBench.class,
            ScoringBench.class,
            HotLeadsBench.class,
            HumanBench.class,
            ClickHouseBench.class,
            WatchBench.class,
            SearchBench.class,
            ApiBench.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        var arguments = args.length == 0 ? new String[] {"stack"} : args;
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
