package io.salesbrain.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.salesbrain.clickhouse.WarehouseException.Kind;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarehouseTest {
    private final Warehouse warehouse = SharedEngine.warehouse();

    @BeforeAll
    void createTable() {
        warehouse.execute("""
                CREATE TABLE leads (id UInt64, email String, score Float64, seen_at DateTime64(3, 'UTC'), note Nullable(String))
                ENGINE = MergeTree ORDER BY id""", Map.of());
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " blanks around ",
                "O'Hara \"quoted\" `ticks`",
                "back\\slash \\n \\' \\N",
                "tab\tline\nreturn\rzero\0end",
                "Grüße 🙂 数据 {x:String} %s ? $1",
                "'; DROP TABLE leads; --",
                "1) OR 1=1 --",
                "a&param_x=b#c%20d+e"
            })
    void bindsTextUnchanged(String text) {
        assertThat(warehouse.query(
                        "SELECT {text:String} AS scalar, {texts:Array(String)} AS list",
                        Map.of("text", text, "texts", List.of(text, "next")),
                        row -> List.of(row.string("scalar"), row.list("list"))))
                .containsExactly(List.of(text, List.of(text, "next")));
    }

    @Test
    void bindsEveryKindOfValue() {
        Instant at = Instant.parse("2026-03-01T10:11:12.345Z");
        assertThat(warehouse.query(
                        """
                        SELECT {n:UInt64} AS n, {d:Decimal(18, 2)} AS d, {f:Float64} AS f, {b:Bool} AS b,
                            {at:DateTime64(3, 'UTC')} AS at, {day:Date} AS day, {ns:Array(UInt32)} AS ns,
                            CAST(NULL AS Nullable(String)) AS nothing""",
                        Map.of(
                                "n",
                                Long.MAX_VALUE,
                                "d",
                                new BigDecimal("1234.50"),
                                "f",
                                0.25,
                                "b",
                                true,
                                "at",
                                at,
                                "day",
                                LocalDate.parse("2026-02-28"),
                                "ns",
                                List.of(1, 2)),
                        row -> {
                            assertThat(row.longValue("n")).isEqualTo(Long.MAX_VALUE);
                            assertThat(row.decimal("d")).isEqualByComparingTo("1234.50");
                            assertThat(row.doubleValue("f")).isEqualTo(0.25);
                            assertThat(row.bool("b")).isTrue();
                            assertThat(row.instant("at")).isEqualTo(at);
                            assertThat(row.date("day")).isEqualTo("2026-02-28");
                            assertThat(row.list("ns")).hasToString("[1, 2]");
                            assertThat(row.stringOrNull("nothing")).isNull();
                            return 1;
                        }))
                .hasSize(1);
    }

    @Test
    void insertsJsonLinesAndReadsThemBack() {
        String lines = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"email\":\"lead" + i + "@example.com\",\"score\":0.5,"
                        + "\"seen_at\":\"2026-01-01 00:00:00.001\",\"note\":" + (i % 2 == 0 ? "null" : "\"a\\n\\n;b\"")
                        + "}")
                .collect(Collectors.joining("\n"));

        long written = warehouse.insert("leads", lines.getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(written).isEqualTo(5_000);
        assertThat(warehouse.query(
                        "SELECT count() AS n, countIf(note = {note:String}) AS notes, max(seen_at) AS at FROM leads",
                        Map.of("note", "a\n\n;b"),
                        row -> List.of(row.longValue("n"), row.longValue("notes"), row.instant("at"))))
                .containsExactly(List.of(5_000L, 2_500L, Instant.parse("2026-01-01T00:00:00.001Z")));
    }

    @Test
    void tellsPoisonFromAWrongStatementAndFromAbsence() {
        byte[] bad = "{\"id\":\"not a number\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(kindOf(() -> warehouse.insert("leads", bad, Map.of()))).isEqualTo(Kind.POISON);
        assertThat(kindOf(() -> warehouse.insert("no_such_table", bad, Map.of())))
                .isEqualTo(Kind.STATEMENT);
        assertThat(kindOf(() -> warehouse.execute("SELEC 1", Map.of()))).isEqualTo(Kind.STATEMENT);
        assertThat(kindOf(() -> warehouse.execute("SELECT groupArray(number) FROM numbers(1000000000)", Map.of())))
                .isEqualTo(Kind.UNAVAILABLE);
        WarehouseConfig nobody = new WarehouseConfig(URI.create("http://127.0.0.1:1"), "default", "", "default");
        try (Warehouse absent = new Warehouse(nobody)) {
            assertThat(kindOf(() -> absent.execute("SELECT 1", Map.of()))).isEqualTo(Kind.UNAVAILABLE);
            assertThat(absent.isReachable()).isFalse();
        }
    }

    @Test
    void takesOnlyATableForATable() {
        assertThatThrownBy(() -> warehouse.insert("leads FORMAT CSV --", new byte[0], Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsTheCallersOwnExceptionsThrough() {
        assertThatThrownBy(() -> warehouse.queryEach("SELECT 1 AS n", Map.of(), row -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
        assertThat(kindOf(() ->
                        warehouse.query("SELECT NULL::Nullable(UInt8) AS n", Map.of(), row -> row.longValue("n"))))
                .isEqualTo(Kind.STATEMENT);
        assertThat(kindOf(() -> warehouse.query("SELECT 1 AS n", Map.of(), row -> row.longValue("m"))))
                .isEqualTo(Kind.STATEMENT);
    }

    @Test
    void refusesAWrongPasswordAndNamesNoSecret() {
        WarehouseConfig right = warehouse.config();
        try (Warehouse wrong = new Warehouse(new WarehouseConfig(right.url(), right.user(), "wrong", "default"))) {
            assertThatThrownBy(() -> wrong.execute("SELECT 1", Map.of()))
                    .isInstanceOfSatisfying(
                            WarehouseException.class, e -> assertThat(e.code()).isEqualTo(516))
                    .hasMessageNotContaining(right.password());
        }
        assertThat(right.toString()).doesNotContain(right.password());
    }

    private static Kind kindOf(ThrowingCallable call) {
        WarehouseException thrown = catchThrowableOfType(WarehouseException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.kind();
    }
}
