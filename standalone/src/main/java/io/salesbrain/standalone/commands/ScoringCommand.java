package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.ClusterRoles;
import io.salesbrain.standalone.roles.RoleConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "scoring", description = "One role: the stream, against an external Kafka.")
final class ScoringCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--state",
            description = "Folder of the state stores; the log refills it (default: ${DEFAULT-VALUE}).")
    private Path state = Path.of("state");

    @Option(names = "--threads", description = "Stream threads (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(
            names = "--standbys",
            description = "Warm copies of the state on other instances (default: ${DEFAULT-VALUE}).")
    private int standbys;

    @Override
    public Integer call() throws InterruptedException {
        var config = new RoleConfig(http.settings(), kafka.config());
        return Serving.untilStopped(
                () -> ClusterRoles.scoring(config, state, threads, standbys),
                Greeting.of("scoring"),
                ClusterRoles.Running::close);
    }
}
