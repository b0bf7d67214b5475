package io.salesbrain.standalone.roles;

import io.salesbrain.query.QueryConfig;
import java.time.Duration;

/**
 * Where a process listens, and what it bears there.
 *
 * @param host address to listen on, {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 for any free one
 * @param maxConnections open at once; more wait until one is free
 * @param headerPatience how long the head of a request may take from its first byte
 * @param requestsPerKey how often a second one key may call the API
 * @param allowsPrivateTargets whether it may call addresses in private networks that users give
 */
public record HttpSettings(
        String host,
        int port,
        int maxConnections,
        Duration headerPatience,
        int requestsPerKey,
        boolean allowsPrivateTargets) {
    private static final int MAX_PORT = 65_535;
    private static final int MOST_CONNECTIONS = 100_000;
    private static final int MOST_REQUESTS = 1_000_000;

    public HttpSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new RoleException("--port lies between 0 and " + MAX_PORT + ", not " + port + ".");
        }
        if (requestsPerKey < 1 || requestsPerKey > MOST_REQUESTS) {
            throw new RoleException(
                    "--requests-per-key lies between 1 and " + MOST_REQUESTS + ", not " + requestsPerKey + ".");
        }
        if (maxConnections < 1 || maxConnections > MOST_CONNECTIONS) {
            throw new RoleException(
                    "--max-connections lies between 1 and " + MOST_CONNECTIONS + ", not " + maxConnections + ".");
        }
    }

    public HttpSettings(String host, int port, int maxConnections, Duration headerPatience) {
        this(host, port, maxConnections, headerPatience, QueryConfig.DEFAULT.requestsPerSecond(), false);
    }

    public HttpSettings(String host, int port, int maxConnections) {
        this(host, port, maxConnections, Duration.ofSeconds(15));
    }

    public HttpSettings(String host, int port, int maxConnections, int requestsPerKey, boolean allowsPrivateTargets) {
        this(host, port, maxConnections, Duration.ofSeconds(15), requestsPerKey, allowsPrivateTargets);
    }

    QueryConfig query() {
        return QueryConfig.DEFAULT.allowing(requestsPerKey, allowsPrivateTargets);
    }
}
