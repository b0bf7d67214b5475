package io.salesbrain.clickhouse;

import com.clickhouse.client.api.ClickHouseException;
import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.command.CommandResponse;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The one place that talks to ClickHouse, embedded or server. Values reach a statement only as bound {@code {name:Type}}
 * parameters. Nothing is tried again here: whoever calls knows whether that is safe, and {@link WarehouseException} says
 * whether it is of use.
 */
@SuppressWarnings("try") // the client's responses declare that closing them may fail in any way
public final class Warehouse implements AutoCloseable {
    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    private final WarehouseConfig config;
    private final Client client;

    public Warehouse(WarehouseConfig config) {
        this.config = config;
        this.client = new Client.Builder()
                .addEndpoint(config.url().toString())
                .setUsername(config.user())
                .setPassword(config.password())
                .setDefaultDatabase(config.database())
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setConnectionRequestTimeout(config.connectTimeout().toMillis(), ChronoUnit.MILLIS)
                .setSocketTimeout(config.requestTimeout().toMillis())
                .setMaxConnections(config.maxConnections())
                .setMaxRetries(0)
                .retryOnFailures(ClientFaultCause.None)
                .compressServerResponse(false)
                .compressClientRequest(false)
                .setClientName("salesbrain")
                .build();
    }

    public WarehouseConfig config() {
        return config;
    }

    /** All rows of the answer; for answers whose size is bounded. */
    public <T> List<T> query(String sql, Map<String, ?> parameters, RowMapper<T> mapper) {
        List<T> rows = new ArrayList<>();
        queryEach(sql, parameters, row -> rows.add(mapper.map(row)));
        return rows;
    }

    /** Hands each row of the answer over as it is read. */
    public void queryEach(String sql, Map<String, ?> parameters, Consumer<Row> consumer) {
        QuerySettings settings = new QuerySettings().setFormat(ClickHouseFormat.RowBinaryWithNamesAndTypes);
        try (QueryResponse response = await(client.query(sql, bound(parameters), settings));
                ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response)) {
            Row row = new Row(reader);
            while (reader.hasNext()) {
                reader.next();
                consumer.accept(row);
            }
        } catch (Exception e) {
            throw translated("The query", e);
        }
    }

    /** Runs a statement that gives no rows. */
    public void execute(String sql, Map<String, ?> parameters) {
        try (CommandResponse response = await(client.execute(sql, bound(parameters)))) {
            response.getReadRows();
        } catch (Exception e) {
            throw translated("The statement", e);
        }
    }

    /** {@link #insert(String, InputStream, Map)} for rows in memory. */
    public long insert(String table, byte[] jsonEachRow, Map<String, String> settings) {
        return insert(table, new ByteArrayInputStream(jsonEachRow), settings);
    }

    /**
     * Inserts rows given as JSON objects, one a line, and returns when ClickHouse has them. Inserting twice is the caller's to
     * make harmless.
     *
     * @return how many rows were written, those that views made of them included
     */
    public long insert(String table, InputStream jsonEachRow, Map<String, String> settings) {
        if (!TABLE_NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("\"" + table + "\" is not a table's name.");
        }
        InsertSettings insertSettings = new InsertSettings().serverSetting("async_insert", "0");
        settings.forEach(insertSettings::serverSetting);
        try (InsertResponse response =
                await(client.insert(table, jsonEachRow, ClickHouseFormat.JSONEachRow, insertSettings))) {
            return response.getWrittenRows();
        } catch (Exception e) {
            throw translated("The insert into " + table, e);
        }
    }

    /** Whether ClickHouse answers. */
    public boolean isReachable() {
        return client.ping(config.connectTimeout().toMillis());
    }

    @Override
    public void close() {
        client.close();
    }

    private static Map<String, Object> bound(Map<String, ?> parameters) {
        Map<String, Object> texts = new HashMap<>();
        parameters.forEach((name, value) -> texts.put(name, ParameterText.of(value)));
        return texts;
    }

    private static <T> T await(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** What the caller's own code threw while it looked at a row goes on as it is. */
    private static RuntimeException translated(String what, Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return failure instanceof RuntimeException own && !(own instanceof ClickHouseException)
                ? own
                : WarehouseException.of(what, failure);
    }
}
