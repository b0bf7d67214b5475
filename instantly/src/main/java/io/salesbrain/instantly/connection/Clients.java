package io.salesbrain.instantly.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.Access;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.client.Limiters;
import io.salesbrain.instantly.client.Ticker;
import java.net.http.HttpClient;
import java.util.Optional;

/** Makes clients for connections. All clients of a workspace share its limits, whoever they work for. */
public final class Clients implements AutoCloseable {
    private final ConnectionConfig config;
    private final HttpClient http;
    private final Limiters limiters = new Limiters(Ticker.SYSTEM);
    private final MeterRegistry metrics;

    public Clients(ConnectionConfig config, MeterRegistry metrics) {
        this.config = config;
        this.http = InstantlyClient.http(config.patience());
        this.metrics = metrics;
    }

    /** @throws KeyRing.CannotUnseal when the stored key cannot be read */
    public InstantlyClient of(InstantlyConnection connection) {
        var key = config.keys().open(connection.sealedKey(), context(connection.organizationId()));
        return client(key, Optional.ofNullable(connection.subWorkspace()), connection.workspaceId());
    }

    /** For a key of which nothing is known yet; it has limits of its own until it is known whose it is. */
    InstantlyClient trying(OrganizationId organization, String key, Optional<String> subWorkspace) {
        return client(key, subWorkspace, "trying/" + organization);
    }

    private InstantlyClient client(String key, Optional<String> subWorkspace, String limitedAs) {
        return new InstantlyClient(
                http, new Access(config.api(), key, subWorkspace, limitedAs), limiters, config.patience(), metrics);
    }

    String seal(OrganizationId organization, String key) {
        return config.keys().seal(key, context(organization));
    }

    private static String context(OrganizationId organization) {
        return "instantly/" + organization;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
