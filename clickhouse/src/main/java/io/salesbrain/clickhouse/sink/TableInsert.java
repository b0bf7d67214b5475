package io.salesbrain.clickhouse.sink;

import java.util.Map;

/** How rows get into a table: {@link io.salesbrain.clickhouse.Warehouse#insert(String, byte[], Map)}. */
@FunctionalInterface
interface TableInsert {
    /** @return how many rows were written */
    long insert(String table, byte[] jsonEachRow, Map<String, String> settings);
}
