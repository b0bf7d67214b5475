package io.salesbrain.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.data.ClickHouseFormat;
import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The clients as they come from their maker, with compression switched off and nothing else. */
class StockClientsTest {
    private final EngineEndpoint endpoint = SharedEngine.engine().endpoint();

    @Test
    void whatTheClientInsertsTheDriverReads() throws Exception {
        try (Warehouse warehouse = SharedEngine.warehouse();
                Client client = new Client.Builder()
                        .addEndpoint(endpoint.url().toString())
                        .setUsername(endpoint.user())
                        .setPassword(endpoint.password())
                        .setDefaultDatabase(warehouse.config().database())
                        .compressServerResponse(false)
                        .build();
                Connection connection = connect(warehouse.config().database());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE t (n UInt64, s String, at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY n");
            String rows = "{\"n\":1,\"s\":\"Grüße 'quoted'\",\"at\":\"2026-01-02 03:04:05.678\"}";
            try (InsertResponse inserted = client.insert(
                            "t",
                            new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                            ClickHouseFormat.JSONEachRow)
                    .get()) {
                assertThat(inserted.getWrittenRows()).isEqualTo(1);
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (n, s, at) VALUES (?, ?, ?)")) {
                for (int n = 2; n < 5; n++) {
                    insert.setInt(1, n);
                    insert.setString(2, "row '" + n + "'; --");
                    insert.setString(3, "2026-01-02 03:04:05.000");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT s FROM t WHERE n >= ? ORDER BY n")) {
                select.setInt(1, 1);
                ResultSet found = select.executeQuery();
                assertThat(found.next()).isTrue();
                assertThat(found.getString("s")).isEqualTo("Grüße 'quoted'");
                assertThat(found.next()).isTrue();
                assertThat(found.getString("s")).isEqualTo("row '2'; --");
            }
            assertThat(client.queryAll("SELECT count() AS rows FROM t WHERE n > {n:UInt64}", Map.of("n", 1))
                            .getFirst()
                            .getLong("rows"))
                    .isEqualTo(3);
            assertThat(connection
                            .getMetaData()
                            .getTables(null, warehouse.config().database(), "t", null)
                            .next())
                    .isTrue();
        }
    }

    @Test
    void theDriverReportsTheServersErrorCode() throws SQLException {
        try (Connection connection = connect("default");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM no_such_table"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(60));
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", endpoint.user());
        properties.setProperty("password", endpoint.password());
        properties.setProperty("compress", "false");
        return DriverManager.getConnection(
                "jdbc:clickhouse://127.0.0.1:" + endpoint.url().getPort() + "/" + database, properties);
    }
}
