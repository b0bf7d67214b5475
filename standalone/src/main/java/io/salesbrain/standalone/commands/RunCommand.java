package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.EmbeddedConfig;
import io.salesbrain.standalone.roles.EmbeddedStack;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Everything on one machine; what comes in is kept in the data folder.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private EmbeddedOptions embedded = new EmbeddedOptions();

    @Mixin
    private IngestOptions ingest = new IngestOptions();

    @Mixin
    private InstantlyOptions instantly = new InstantlyOptions();

    @Option(names = "--data", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws InterruptedException {
        var config = new EmbeddedConfig(
                data,
                http.settings(),
                embedded.adminKey,
                embedded.partitions,
                embedded.scoringThreads,
                embedded.engineMemoryMb,
                ingest.config(),
                instantly.settings());
        return Serving.untilStopped(() -> EmbeddedStack.start(config), RunCommand::greet, EmbeddedStack::close);
    }

    private static void greet(EmbeddedStack stack) {
        System.out.println("Salesbrain is up: http://localhost:" + stack.port() + "/");
        if (stack.adminKeyIsNew()) {
            System.out.println("Admin key, shown this once and kept in the data folder: " + stack.adminKey());
        }
        System.out.println("Webhooks go to http://localhost:" + stack.port() + "/webhooks/instantly/webhook");
        System.out.println("Ctrl-C stops.");
    }
}
