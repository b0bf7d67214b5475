package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
    private final Warehouse warehouse = SharedEngine.warehouse();

    @BeforeAll
    void create() {
        var _ = Migrations.fromClassPath().apply(warehouse);
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void ratesHaveExactlyTheVocabularysMetrics() {
        assertThat(warehouse.query(
                        "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'rates'"
                                + " AND type = 'Int64' ORDER BY position",
                        Map.of(),
                        row -> row.string("name")))
                .isEqualTo(Arrays.stream(Metric.values()).map(Metric::label).toList());
    }

    @Test
    void everyTableStartsItsKeyWithTheOrganizationAndReplacesRows() {
        var tables = warehouse.query(
                "SELECT name, engine, sorting_key, comment FROM system.tables WHERE database = currentDatabase()"
                        + " AND engine LIKE '%MergeTree' AND name NOT LIKE 'schema_%' ORDER BY name",
                Map.of(),
                row -> List.of(
                        row.string("name"), row.string("engine"), row.string("sorting_key"), row.string("comment")));

        assertThat(tables)
                .extracting(table -> table.get(0))
                .containsExactly(
                        "campaigns",
                        "correspondence",
                        "costs",
                        "deals",
                        "events",
                        "follow_up_decisions",
                        "follow_ups",
                        "lead_states",
                        "rates",
                        "replies",
                        "touches",
                        "watermarks");
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.get(1)).isEqualTo("ReplacingMergeTree");
            assertThat(table.get(3)).isNotBlank();
        });
        assertThat(tables)
                .filteredOn(table -> !table.get(0).equals("watermarks"))
                .allSatisfy(table -> assertThat(table.get(2)).startsWith("organization_id, "));
    }

    @Test
    void everyColumnIsExplained() {
        assertThat(warehouse.query(
                        "SELECT table || '.' || name AS place FROM system.columns WHERE database = currentDatabase()"
                                + " AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase()"
                                + " AND engine LIKE '%MergeTree' AND name NOT LIKE 'schema_%') AND comment = ''",
                        Map.of(), row -> row.string("place")))
                .isEmpty();
    }
}
