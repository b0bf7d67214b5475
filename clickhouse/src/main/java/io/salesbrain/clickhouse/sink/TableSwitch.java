package io.salesbrain.clickhouse.sink;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the tables of one database in the place of those of another, one by one. Before the first it writes down, in the new
 * database, which tables are the new ones and how far in the log they reach: who finds that plan knows what is left to do.
 */
final class TableSwitch {
    private static final int UNKNOWN_TABLE = 60;
    private static final int UNKNOWN_DATABASE = 81;

    private final Warehouse live;
    private final Warehouse fresh;
    private final Consumer<String> edge;

    /** @param edge told before each step, for tests that stop there */
    TableSwitch(Warehouse live, Warehouse fresh, Consumer<String> edge) {
        this.live = live;
        this.fresh = fresh;
        this.edge = edge;
    }

    /** The places written down, if a switch was begun and not ended. */
    Optional<Map<TopicPartition, Long>> begun() {
        var places = new HashMap<TopicPartition, Long>();
        try {
            fresh.queryEach(
                    "SELECT name, partition, value FROM rebuild_plan WHERE kind = 'place'",
                    Map.of(),
                    row -> places.put(
                            new TopicPartition(row.string("name"), row.intValue("partition")),
                            Long.parseLong(row.string("value"))));
        } catch (WarehouseException e) {
            if (e.code() == UNKNOWN_TABLE || e.code() == UNKNOWN_DATABASE) {
                return Optional.empty();
            }
            throw e;
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(places);
    }

    /** Writes the plan down, in one insert, which is there as a whole or not at all. */
    void begin(Map<TopicPartition, Long> places) {
        fresh.execute(
                "CREATE TABLE rebuild_plan (kind String, name String, partition UInt32, value String)"
                        + " ENGINE = MergeTree ORDER BY (kind, name, partition)"
                        + " SETTINGS fsync_after_insert = 1, fsync_part_directory = 1"
                        + " COMMENT 'Which tables are the new ones, and how far in the log they reach'",
                Map.of());
        var lines = new StringBuilder();
        for (var table : Table.values()) {
            lines.append(line("table", table.label(), 0, uuid(fresh, table)));
        }
        places.forEach((partition, offset) ->
                lines.append(line("place", partition.topic(), partition.partition(), Long.toString(offset))));
        edge.accept("plan");
        var _ = fresh.insert("rebuild_plan", lines.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static String line(String kind, String name, int partition, String value) {
        var line = new LinkedHashMap<String, Object>();
        line.put("kind", kind);
        line.put("name", name);
        line.put("partition", partition);
        line.put("value", value);
        return Json.write(line) + "\n";
    }

    /** What was exchanged already stays. Watermarks first: for a moment they promise too little, never too much. */
    void exchange() {
        var planned = new HashMap<String, String>();
        fresh.queryEach(
                "SELECT name, value FROM rebuild_plan WHERE kind = 'table'",
                Map.of(),
                row -> planned.put(row.string("name"), row.string("value")));
        for (var table : order()) {
            edge.accept("exchange " + table.label());
            // A plan from before an update knows nothing of a table that came with it: that one stays as it is.
            var plannedId = planned.get(table.label());
            if (plannedId != null && !uuid(live, table).equals(plannedId)) {
                live.execute(
                        "EXCHANGE TABLES " + live.config().database() + "." + table.label() + " AND "
                                + fresh.config().database() + "." + table.label(),
                        Map.of());
            }
        }
    }

    private static List<Table> order() {
        var order = new ArrayList<Table>();
        order.add(Table.WATERMARKS);
        for (var table : Table.values()) {
            if (table != Table.WATERMARKS) {
                order.add(table);
            }
        }
        return order;
    }

    private static String uuid(Warehouse warehouse, Table table) {
        return warehouse
                .query(
                        "SELECT toString(uuid) AS id FROM system.tables WHERE database = {database:String} AND name = {table:String}",
                        Map.of("database", warehouse.config().database(), "table", table.label()),
                        row -> row.string("id"))
                .getFirst();
    }
}
