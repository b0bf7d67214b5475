package io.salesbrain.clickhouse.schema;

import io.salesbrain.clickhouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/schema.md, as the tables and views themselves tell it. */
final class SchemaPage {
    private static final Pattern TTL = Pattern.compile(" TTL (.*?)( SETTINGS .*)?$");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+):([^}]+)}");
    private static final String INTRODUCTION = """
            # ClickHouse's schema

            Written by `SchemaPageTest` from the schema as the engine has it: change the numbered files in
            `clickhouse/src/main/resources/schema`, never this page. `./salesbrain schema` prints the statements with all their
            comments, `./salesbrain schema --reader` what makes a read-only role with row policies on a server.

            Every table replaces rows of one sorting key by the latest, so what is written twice, as after a crash, is the same as
            once; read with `FINAL`. The organization comes first in every key: a question that names it reads nobody else's
            granules, which a test holds with `EXPLAIN`. Times are UTC. What came from the log can be written anew by
            `./salesbrain rebuild` ([rebuild](rebuild.md)).

            Views take the organization as a parameter, so that none can be read without saying whose rows are meant:

            ```sql
            SELECT * FROM campaign_roi(organization_id = 'acme', model = 'linear') ORDER BY campaign_id;
            ```
            """;

    private SchemaPage() {}

    static String text(Warehouse warehouse) {
        var tables = warehouse.query(
                "SELECT name, comment, engine_full, partition_key, sorting_key FROM system.tables"
                        + " WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND name NOT LIKE 'schema_%'"
                        + " ORDER BY name",
                Map.of(),
                row -> table(
                        warehouse,
                        row.string("name"),
                        row.string("comment"),
                        row.string("engine_full"),
                        row.string("partition_key"),
                        row.string("sorting_key")));
        var views = warehouse.query(
                "SELECT name, comment, create_table_query FROM system.tables"
                        + " WHERE database = currentDatabase() AND engine = 'View' ORDER BY name",
                Map.of(),
                row -> view(row.string("name"), row.string("comment"), row.string("create_table_query")));
        return INTRODUCTION + "\n## Tables\n\n" + String.join("\n", tables) + "\n## Views\n\n"
                + "| View | Parameters | Shows |\n|---|---|---|\n" + String.join("", views);
    }

    private static String table(
            Warehouse warehouse, String name, String comment, String engine, String partition, String key) {
        var ttl = TTL.matcher(engine);
        var columns = warehouse.query(
                "SELECT name, type, comment FROM system.columns WHERE database = currentDatabase() AND table = {table:String}"
                        + " ORDER BY position",
                Map.of("table", name),
                row -> "| `%s` | %s | %s |\n"
                        .formatted(row.string("name"), row.string("type").replace("|", "\\|"), row.string("comment")));
        return "### " + name + "\n\n" + comment + ".\n\n"
                + "Sorted by `" + key + "`"
                + (partition.isEmpty() ? "" : ", partitioned by `" + partition + "`")
                + (ttl.find() ? ", kept by `" + ttl.group(1) + "`" : ", kept for good")
                + ".\n\n| Column | Type | Is |\n|---|---|---|\n" + String.join("", columns);
    }

    private static String view(String name, String comment, String query) {
        List<String> parameters = PARAMETER
                .matcher(query)
                .results()
                .map(found -> "`" + found.group(1) + "` " + found.group(2))
                .distinct()
                .toList();
        return "| `" + name + "` | " + parameters.stream().collect(Collectors.joining(", ")) + " | " + comment + " |\n";
    }
}
