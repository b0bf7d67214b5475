package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.ClusterRoles;
import io.salesbrain.standalone.roles.RoleConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ingest", description = "One role: receives webhooks into an external Kafka.")
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private IngestOptions ingest = new IngestOptions();

    @Override
    public Integer call() throws InterruptedException {
        var config = new RoleConfig(http.settings(), kafka.config());
        return Serving.untilStopped(
                () -> ClusterRoles.ingest(config, ingest.config()), Greeting.of("ingest"), ClusterRoles.Running::close);
    }
}
