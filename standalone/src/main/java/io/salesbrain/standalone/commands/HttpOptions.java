package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.HttpSettings;
import picocli.CommandLine.Option;

/** Where this process listens. */
final class HttpOptions {
    @Option(names = "--port", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(names = "--host", description = "Address to listen on; 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(names = "--max-connections", description = "Connections open at once (default: ${DEFAULT-VALUE}).")
    int maxConnections = 2_000;

    @Option(
            names = "--allow-private-targets",
            description = "Alerts may be delivered into private networks and without encryption.")
    boolean allowPrivateTargets;

    @Option(
            names = "--requests-per-key",
            description = "How often a second one key may call the API (default: ${DEFAULT-VALUE}).")
    int requestsPerKey = 200;

    HttpSettings settings() {
        return new HttpSettings(host, port, maxConnections, requestsPerKey, allowPrivateTargets);
    }
}
