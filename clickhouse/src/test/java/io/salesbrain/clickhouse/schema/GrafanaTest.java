package io.salesbrain.clickhouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dashboards ask ClickHouse, with the macros that Grafana's data source fills in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrafanaTest {
    private static final Path FOLDER = Path.of(System.getProperty("salesbrain.home", ".."), "grafana", "dashboards");
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^)]*)\\)");
    private static final Pattern OWN_METRIC = Pattern.compile("salesbrain_[a-z_]+");

    /** What the sink's monitor registers, as Prometheus spells it. */
    private static final List<String> METRICS = List.of(
            "salesbrain_sink_rows_total",
            "salesbrain_sink_insert_seconds_sum",
            "salesbrain_sink_insert_seconds_count",
            "salesbrain_sink_dead_letters_total",
            "salesbrain_sink_insert_failures_total",
            "salesbrain_sink_lag",
            "salesbrain_sink_last_insert_seconds");

    private final Warehouse warehouse = SharedEngine.warehouse();

    record Panel(String dashboard, String title, String sql) {
        @Override
        public String toString() {
            return dashboard + ": " + title;
        }
    }

    @BeforeAll
    void create() {
        var _ = Migrations.fromClassPath().apply(warehouse);
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    static List<Panel> panels() throws IOException {
        var found = new ArrayList<Panel>();
        for (var dashboard : dashboards()) {
            var title = dashboard.get("title").asText();
            for (var variable : dashboard.at("/templating/list")) {
                if (variable.get("type").asText().equals("query")) {
                    found.add(new Panel(
                            title,
                            "variable " + variable.get("name").asText(),
                            variable.get("query").asText()));
                }
            }
            for (var panel : dashboard.get("panels")) {
                for (var target : panel.get("targets")) {
                    if (target.has("rawSql")) {
                        found.add(new Panel(
                                title,
                                panel.get("title").asText(),
                                target.get("rawSql").asText()));
                    }
                }
            }
        }
        return found;
    }

    private static List<JsonNode> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(GrafanaTest::read).toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void whatAPanelAsksIsUnderstood(Panel panel) {
        var sql = TIME_FILTER
                .matcher(panel.sql())
                .replaceAll("$1 >= toDateTime(1767225600) AND $1 <= toDateTime(1769904000)")
                .replace("$__fromTime", "toDateTime(1767225600)")
                .replace("$__toTime", "toDateTime(1769904000)")
                .replace("${organization}", "acme")
                .replace("${campaign}", "spring")
                .replace("${model}", "time_decay");

        assertThat(sql).as("every macro is known").doesNotContain("$");
        assertThat(warehouse.query(sql, Map.of(), _ -> 1)).hasSizeLessThan(1_000);
    }

    @Test
    void figuresOfOurOwnThatAreAskedOfPrometheusExist() throws IOException {
        var asked = dashboards().stream()
                .flatMap(dashboard -> dashboard.findValuesAsText("expr").stream())
                .flatMap(expression -> OWN_METRIC.matcher(expression).results())
                .map(result -> result.group())
                .toList();

        assertThat(asked).isNotEmpty().isSubsetOf(METRICS);
    }
}
