package io.salesbrain.standalone.commands;

import io.salesbrain.clickhouse.schema.Migrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "schema", description = "Prints ClickHouse's schema.")
final class SchemaCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println(Migrations.fromClassPath().printable());
        return 0;
    }
}
