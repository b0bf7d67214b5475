package io.salesbrain.standalone.commands;

import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.clickhouse.schema.ReaderRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "schema", description = "Prints ClickHouse's schema.")
final class SchemaCommand implements Callable<Integer> {
    @Option(names = "--reader", description = "Instead, a read-only role with row policies for ClickHouse servers.")
    private boolean reader;

    @Override
    public Integer call() {
        System.out.println(
                reader ? ReaderRole.printable() : Migrations.fromClassPath().printable());
        return 0;
    }
}
