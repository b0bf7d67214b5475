package io.salesbrain.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineEndpointTest {
    private final EngineEndpoint endpoint = SharedEngine.engine().endpoint();
    private final EngineHttp http = new EngineHttp(endpoint);
    private final Warehouse warehouse = SharedEngine.warehouse();
    private final String database = warehouse.config().database();

    @BeforeEach
    void createTable() {
        warehouse.execute("CREATE OR REPLACE TABLE t (n UInt64, s String) ENGINE = MergeTree ORDER BY n", Map.of());
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void saysOkToAnybodyAndNothingElse() {
        assertThat(EngineHttp.send(http.anonymous("/ping")).body()).isEqualTo("Ok.\n");
        HttpResponse<String> refused = EngineHttp.send(http.anonymous("/?query=SELECT+1"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(EngineHttp.code(refused)).isEqualTo("516");
        assertThat(EngineHttp.send(http.anonymous("/etc")).statusCode()).isEqualTo(404);
    }

    @Test
    void takesCredentialsInEachOfTheirPlaces() {
        String basic = Base64.getEncoder()
                .encodeToString((endpoint.user() + ":" + endpoint.password()).getBytes(StandardCharsets.UTF_8));
        assertThat(EngineHttp.send(http.anonymous("/?query=SELECT+1").header("Authorization", "Basic " + basic))
                        .body())
                .isEqualTo("1\n");
        assertThat(EngineHttp.send(http.anonymous("/?query=SELECT+1&user=default&password=" + endpoint.password()))
                        .body())
                .isEqualTo("1\n");
        assertThat(EngineHttp.send(http.anonymous("/?query=SELECT+1").header("Authorization", "Basic !"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesTheStatementFromUrlAndBodyAndAnswersInTheAskedFormat() {
        assertThat(http.get("query", "SELECT 1, 'a'").body()).isEqualTo("1\ta\n");
        assertThat(http.post("SELECT 2").body()).isEqualTo("2\n");
        assertThat(http.post("+ 2", "query", "SELECT 2").body()).isEqualTo("4\n");
        HttpResponse<String> json = http.post("SELECT 3 AS n", "default_format", "JSONEachRow", "query_id", "q-1");
        assertThat(json.body()).isEqualTo("{\"n\":3}\n");
        assertThat(json.headers().map())
                .containsEntry("x-clickhouse-format", List.of("JSONEachRow"))
                .containsEntry("x-clickhouse-query-id", List.of("q-1"))
                .containsEntry("x-clickhouse-timezone", List.of("UTC"))
                .containsKey("x-clickhouse-summary");
        HttpResponse<String> named = http.post("SELECT '(FORMAT x)' AS s FORMAT CSV -- the end");
        assertThat(named.body()).isEqualTo("\"(FORMAT x)\"\n");
        assertThat(named.headers().firstValue("X-ClickHouse-Format")).hasValue("CSV");
    }

    @Test
    void bindsParametersOnTheServer() {
        assertThat(http.post("SELECT {a:String}, {b:Array(UInt8)}", "param_a", "it's; DROP", "param_b", "[1,2]")
                        .body())
                .isEqualTo("it\\'s; DROP\t[1,2]\n");
        HttpResponse<String> missing = http.post("SELECT {a:String}");
        assertThat(EngineHttp.code(missing)).isEqualTo("456");
    }

    @Test
    void keepsSettingsAndDatabaseToOneRequest() {
        String ask = "SELECT getSetting('max_block_size'), currentDatabase()";
        String usual = http.post(ask).body();
        assertThat(http.post(ask, "max_block_size", "77", "database", database).body())
                .isEqualTo("77\t" + database + "\n");
        http.post("SET max_block_size = 78");
        assertThat(http.post(ask).body()).isEqualTo(usual).endsWith("default\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELEC 1                           | 400 | 62
                    SELECT 1; SELECT 2                | 400 | 62
                    SELECT * FROM no_such_table       | 404 | 60
                    SELECT * FROM no_such_base.t      | 404 | 81
                    SELECT no_such_column FROM t      | 404 | 47
                    SELECT toUInt8('x')               | 400 | 6
                    SELECT throwIf(1)                 | 500 | 395
                    INSERT INTO t FORMAT JSONEachRow {"n":"x"}  | 400 | 27
                    INSERT INTO t VALUES ('x', 1)     | 400 | 6
                    INSERT INTO gone FORMAT JSONEachRow {"n":1} | 404 | 60
                    """)
    void givesErrorsTheCodeAndStatusOfARealServer(String sql, int status, String code) {
        HttpResponse<String> answer = http.post(sql, "database", database);
        assertThat(EngineHttp.code(answer)).as(answer.body()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("Code: " + code + ". DB::Exception: ");
    }

    @Test
    void refusesUnknownSettingsAndDatabases() {
        assertThat(EngineHttp.code(http.post("SELECT 1", "no_such_setting", "1")))
                .isEqualTo("115");
        assertThat(EngineHttp.code(http.post("SELECT 1", "max_threads = 1, max_block_size", "1")))
                .isEqualTo("36");
        assertThat(EngineHttp.code(http.post("SELECT 1", "database", "no`such")))
                .isEqualTo("81");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER bob",
                "CREATE ROLE reader",
                "GRANT SELECT ON *.* TO default",
                "CREATE ROW POLICY p ON t USING 1 TO ALL",
                "ALTER USER default IDENTIFIED BY 'x'",
                "CREATE FUNCTION twice AS x -> x * 2",
                "CREATE NAMED COLLECTION c AS a = 1",
                "SYSTEM SHUTDOWN",
                "ATTACH TABLE t",
                "BACKUP TABLE t TO File('x')",
                "SELECT * FROM file('/etc/hostname', 'LineAsString')",
                "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
                "SELECT * FROM default.`/etc/hostname`",
                "SELECT 1 INTO OUTFILE 'x'",
                "INSERT INTO t FROM INFILE '/etc/hostname' FORMAT CSV",
                "INSERT INTO t /* */ FROM -- a\n INFILE '/etc/hostname' FORMAT CSV",
                "INSERT INTO FUNCTION file('x') VALUES (1)",
                "CREATE TABLE f (a String) ENGINE = File(CSV)"
            })
    void refusesWhatReachesOutsideItsTables(String sql) {
        HttpResponse<String> answer = http.post(sql, "database", database);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(EngineHttp.code(answer)).isEqualTo("497");
    }

    @Test
    void refusesClientFeaturesItDoesNotHave() {
        assertThat(http.post("SELECT 1", "compress", "1").body()).contains("turn the client's compression off");
        assertThat(http.post("SELECT 1", "session_id", "s").body()).contains("session_id");
        assertThat(EngineHttp.send(
                                http.request().header("Content-Encoding", "lz4").POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsAGetOnlyRead() {
        HttpResponse<String> answer = http.get("query", "INSERT INTO t VALUES (1, 'a')", "database", database);
        assertThat(EngineHttp.code(answer)).isEqualTo("164");
        assertThat(count()).isZero();
    }

    @Test
    void takesDataThatLooksLikeTheEndOfItsStatement() {
        String rows = "{\"n\":1,\"s\":\"a\"}\n\n; CREATE DATABASE oops;\n\n{\"n\":2,\"s\":\"b\"}";
        HttpResponse<String> refused = http.post("INSERT INTO t FORMAT JSONEachRow\n" + rows, "database", database);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(http.post("EXISTS DATABASE oops").body()).isEqualTo("0\n");
        assertThat(count()).isZero();

        String blankLines = "{\"n\":1,\"s\":\"a\"}\n\n\n{\"n\":2,\"s\":\"FORMAT ; \\n\\n\"}\n";
        HttpResponse<String> taken =
                http.post(blankLines, "query", "INSERT INTO t FORMAT JSONEachRow", "database", database);
        assertThat(taken.headers().firstValue("X-ClickHouse-Summary").orElse(""))
                .contains("\"written_rows\":\"2\"");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void takesBinaryRowsOfAnyBytes() {
        byte[] text = "\n\n;\0'\\".getBytes(StandardCharsets.UTF_8);
        byte[] row = new byte[8 + 1 + text.length];
        row[0] = 10;
        row[8] = (byte) text.length;
        System.arraycopy(text, 0, row, 9, text.length);

        HttpResponse<String> taken = http.post(row, "query", "INSERT INTO t FORMAT RowBinary", "database", database);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(warehouse.query("SELECT n, s FROM t", Map.of(), r -> r.longValue("n") + r.string("s")))
                .containsExactly("10" + new String(text, StandardCharsets.UTF_8));
    }

    @Test
    void speaksGzipBothWays() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"n\":1,\"s\":\"packed\"}".getBytes(StandardCharsets.UTF_8));
        }
        EngineHttp.send(http.request("query", "INSERT INTO t FORMAT JSONEachRow", "database", database)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
        HttpResponse<byte[]> answer = EngineHttp.send(
                http.request("query", "SELECT s FROM t", "database", database, "enable_http_compression", "1")
                        .header("Accept-Encoding", "gzip"),
                BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("packed\n");
    }

    @Test
    void tellsTheReasonToAClientThatIsStillSending() {
        byte[] rows = new byte[20_000_000];
        Arrays.fill(rows, (byte) ' ');
        byte[] bad = "{\"n\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bad, 0, rows, 0, bad.length);
        HttpResponse<String> answer =
                http.post(rows, "query", "INSERT INTO t FORMAT JSONEachRow", "database", database);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EngineHttp.code(answer)).isEqualTo("27");
    }

    @Test
    void limitsBodies() {
        HttpResponse<String> text = http.post("SELECT '" + "x".repeat(4 * 1024 * 1024) + "'");
        assertThat(text.statusCode()).isEqualTo(413);
        byte[] data = new byte[64 * 1024 * 1024 + 1];
        Arrays.fill(data, (byte) '\n');
        assertThat(http.post(data, "query", "INSERT INTO t FORMAT JSONEachRow", "database", database)
                        .statusCode())
                .isEqualTo(413);
        assertThat(count()).isZero();
    }

    @Test
    void insertsNothingOfABodyThatBreaksOff() throws IOException {
        String head = "POST /?query=INSERT+INTO+" + database + ".t+FORMAT+JSONEachRow HTTP/1.1\r\nHost: localhost\r\n"
                + "X-ClickHouse-User: default\r\nX-ClickHouse-Key: " + endpoint.password()
                + "\r\nContent-Length: 1000\r\n\r\n{\"n\":1,\"s\":\"a\"}\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), endpoint.url().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("200 OK");
        }
        assertThat(count()).isZero();
    }

    @Test
    void runsMutationsAndMergesInItsSmallPool() {
        http.post("INSERT INTO t SELECT number, 'x' FROM numbers(1000)", "database", database);
        http.post("INSERT INTO t SELECT number, 'y' FROM numbers(1000)", "database", database);
        HttpResponse<String> mutated =
                http.post("ALTER TABLE t DELETE WHERE n >= 10", "database", database, "mutations_sync", "1");
        assertThat(mutated.statusCode()).as(mutated.body()).isEqualTo(200);
        http.post("OPTIMIZE TABLE t FINAL", "database", database);
        assertThat(count()).isEqualTo(20);
        assertThat(http.post("SELECT count() FROM system.parts WHERE active AND table = 't' AND database = '" + database
                                + "'")
                        .body())
                .isEqualTo("1\n");
    }

    @Test
    void answersManyAtATimeEachWithItsOwn() throws Exception {
        int callers = 16;
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String own = Integer.toString(1_000 + i);
                calls.add(() -> http.post(
                                "SELECT {own:String}, getSetting('max_block_size'), sum(number) FROM numbers(100000)",
                                "param_own",
                                own,
                                "max_block_size",
                                own)
                        .body());
            }
            List<Future<String>> answers = threads.invokeAll(calls);
            for (int i = 0; i < calls.size(); i++) {
                String own = Integer.toString(1_000 + i);
                assertThat(answers.get(i).get()).isEqualTo(own + "\t" + own + "\t4999950000\n");
            }
        }
    }

    private long count() {
        return warehouse
                .query("SELECT count() AS n FROM t", Map.of(), row -> row.longValue("n"))
                .getFirst();
    }
}
