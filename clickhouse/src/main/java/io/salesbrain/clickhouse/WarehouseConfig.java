package io.salesbrain.clickhouse;

import io.salesbrain.clickhouse.engine.EngineEndpoint;
import java.net.URI;
import java.time.Duration;

/**
 * Where ClickHouse is.
 *
 * @param url its HTTP interface
 * @param database what unqualified table names mean
 * @param connectTimeout for the connection
 * @param requestTimeout for the answer to one statement or insert
 * @param maxConnections how many are kept open at most
 */
public record WarehouseConfig(
        URI url,
        String user,
        String password,
        String database,
        Duration connectTimeout,
        Duration requestTimeout,
        int maxConnections) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_CONNECTIONS = 16;

    public WarehouseConfig {
        String scheme = url.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("The ClickHouse URL must begin with http:// or https://.");
        }
        if (!database.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            throw new IllegalArgumentException(
                    "The ClickHouse database name must be letters, digits and _ only, not \"" + database + "\".");
        }
    }

    public WarehouseConfig(URI url, String user, String password, String database) {
        this(url, user, password, database, CONNECT_TIMEOUT, REQUEST_TIMEOUT, MAX_CONNECTIONS);
    }

    /** A database in the embedded engine. */
    public static WarehouseConfig of(EngineEndpoint endpoint, String database) {
        return new WarehouseConfig(endpoint.url(), endpoint.user(), endpoint.password(), database);
    }

    public WarehouseConfig withDatabase(String newDatabase) {
        return new WarehouseConfig(url, user, password, newDatabase, connectTimeout, requestTimeout, maxConnections);
    }

    public WarehouseConfig withRequestTimeout(Duration newTimeout) {
        return new WarehouseConfig(url, user, password, database, connectTimeout, newTimeout, maxConnections);
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return user + "@" + url + "/" + database;
    }
}
