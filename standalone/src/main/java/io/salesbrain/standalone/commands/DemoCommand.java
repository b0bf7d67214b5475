package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.Demo;
import io.salesbrain.standalone.roles.EmbeddedConfig;
import io.salesbrain.standalone.roles.InstantlySettings;
import io.salesbrain.standalone.roles.TemporaryFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Everything on one machine with a simulated Instantly; nothing is kept.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private EmbeddedOptions embedded = new EmbeddedOptions();

    @Mixin
    private IngestOptions ingest = new IngestOptions();

    @Option(names = "--seed", description = "The same seed tells the same story (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--pace", description = "Live events per second (default: ${DEFAULT-VALUE}).")
    private double eventsPerSecond = 3;

    @Override
    public Integer call() throws InterruptedException {
        System.out.println("Starting Kafka, ClickHouse and the rest …");
        try (var folder = TemporaryFolder.create("salesbrain-demo")) {
            var config = new EmbeddedConfig(
                    folder.path(),
                    http.settings(),
                    embedded.adminKey,
                    embedded.partitions,
                    embedded.scoringThreads,
                    embedded.engineMemoryMb,
                    ingest.config(),
                    InstantlySettings.DEFAULT);
            return Serving.untilStopped(
                    () -> Demo.start(config, seed, eventsPerSecond), DemoCommand::greet, Demo::close);
        }
    }

    private static void greet(Demo demo) {
        var url = "http://localhost:" + demo.stack().port() + "/";
        System.out.println();
        System.out.println("  Salesbrain is up: " + url);
        System.out.println();
        System.out.println("  Sign in there with one of these keys:");
        for (var organization : demo.organizations()) {
            System.out.printf("    %-28s %s%n", organization.name(), organization.apiKey());
        }
        System.out.printf(
                "    %-28s %s%n", "Administrator (sees all)", demo.stack().adminKey());
        System.out.println();
        System.out.println("  A simulated Instantly sends webhooks to all three. Ctrl-C stops and deletes everything.");
    }
}
