package io.salesbrain.standalone.commands;

import io.salesbrain.clickhouse.WarehouseConfig;
import java.net.URI;
import picocli.CommandLine.Option;

/** Which ClickHouse a role works with. */
final class ClickHouseOptions {
    @Option(names = "--clickhouse-url", required = true, description = "ClickHouse's HTTP address.")
    URI url = URI.create("http://localhost:8123");

    @Option(names = "--clickhouse-user", description = "(default: ${DEFAULT-VALUE})")
    String user = "default";

    @Option(names = "--clickhouse-password", description = "Better given as SALESBRAIN_CLICKHOUSE_PASSWORD_FILE.")
    String password = "";

    @Option(names = "--clickhouse-database", description = "(default: ${DEFAULT-VALUE})")
    String database = "salesbrain";

    WarehouseConfig config() {
        return new WarehouseConfig(url, user, password, database);
    }
}
