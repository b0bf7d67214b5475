package io.salesbrain.clickhouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaPageTest {
    private static final String COMMAND = "./salesbrain test -pl clickhouse -am -Dtest=SchemaPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dschema.write=true";

    private static final Path PAGE = Path.of(System.getProperty("salesbrain.home", ".."), "docs", "schema.md");

    @Test
    void thePageShowsTheSchemaAsItIs() throws IOException {
        try (var warehouse = SharedEngine.warehouse()) {
            var _ = Migrations.fromClassPath().apply(warehouse);
            var text = SchemaPage.text(warehouse);
            if (Boolean.getBoolean("schema.write")) {
                Files.writeString(PAGE, text);
            }
            assertThat(Files.readString(PAGE))
                    .as("docs/schema.md; to write it anew: " + COMMAND)
                    .isEqualTo(text);
        }
    }

    @Test
    void theReadersRoleCoversEveryTableAndViewAndParses() {
        try (var warehouse = SharedEngine.warehouse()) {
            var _ = Migrations.fromClassPath().apply(warehouse);
            var statements = ReaderRole.statements();

            for (var statement : statements) {
                assertThat(warehouse.query("EXPLAIN AST " + statement, Map.of(), row -> row.string("explain")))
                        .isNotEmpty();
            }
            var ofOrganizations = warehouse.query(
                    "SELECT name FROM system.tables WHERE database = currentDatabase()"
                            + " AND name NOT LIKE 'schema_%' AND name != 'watermarks'",
                    Map.of(), row -> row.string("name"));
            assertThat(ofOrganizations)
                    .allSatisfy(name ->
                            assertThat(statements).contains("GRANT SELECT ON " + name + " TO salesbrain_reader"));
            var tables = warehouse.query(
                    "SELECT DISTINCT table FROM system.columns WHERE database = currentDatabase()"
                            + " AND name = 'organization_id' AND table NOT IN"
                            + " (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine = 'View')",
                    Map.of(),
                    row -> row.string("table"));
            assertThat(tables)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(table -> assertThat(statements)
                            .anyMatch(statement -> statement.startsWith(
                                            "CREATE ROW POLICY OR REPLACE own_organization ON " + table + "\n")
                                    && statement.contains("getSetting('SQL_organization_id')")));
        }
    }
}
