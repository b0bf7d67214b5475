package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.ClusterRoles;
import io.salesbrain.standalone.roles.RoleConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "sink", description = "One role: stores results in an external ClickHouse.")
final class SinkCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ClickHouseOptions clickhouse = new ClickHouseOptions();

    @Override
    public Integer call() throws InterruptedException {
        var config = new RoleConfig(http.settings(), kafka.config());
        return Serving.untilStopped(
                () -> ClusterRoles.sink(config, clickhouse.config()), Greeting.of("sink"), ClusterRoles.Running::close);
    }
}
