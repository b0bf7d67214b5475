package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.ClusterRoles;
import io.salesbrain.standalone.roles.RoleConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "query-api",
        description = "One role: the API and the dashboard, over an external Kafka and ClickHouse.")
final class QueryApiCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ClickHouseOptions clickhouse = new ClickHouseOptions();

    @Mixin
    private InstantlyOptions instantly = new InstantlyOptions();

    @Option(
            names = "--admin-key",
            required = true,
            description = "The administrator's key; better given as SALESBRAIN_ADMIN_KEY_FILE.")
    private String adminKey = "";

    @Override
    public Integer call() throws InterruptedException {
        var config = new RoleConfig(http.settings(), kafka.config());
        return Serving.untilStopped(
                () -> ClusterRoles.queryApi(config, clickhouse.config(), adminKey, instantly.settings()),
                Greeting.of("query-api"),
                ClusterRoles.Running::close);
    }
}
