package io.salesbrain.instantly.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.Access;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.client.Limiters;
import io.salesbrain.instantly.client.Patience;
import io.salesbrain.instantly.client.Ticker;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes clients for connections. All clients of a workspace share its limits, whoever they work for. */
public final class Clients implements AutoCloseable {
    private final ConnectionConfig config;
    private final HttpClient http;
    private final Limiters limiters = new Limiters(Ticker.SYSTEM);
    private final MeterRegistry metrics;
    private final Map<OrganizationId, Made> byOrganization = new ConcurrentHashMap<>();

    private record Made(InstantlyConnection connection, InstantlyClient patient, InstantlyClient hasty) {}

    public Clients(ConnectionConfig config, MeterRegistry metrics) {
        this.config = config;
        this.http = InstantlyClient.http(config.patience());
        this.metrics = metrics;
    }

    /**
     * For work that takes its time.
     *
     * @throws KeyRing.CannotUnseal when the stored key cannot be read
     */
    public InstantlyClient of(InstantlyConnection connection) {
        return made(connection).patient();
    }

    /**
     * For a person who waits.
     *
     * @throws KeyRing.CannotUnseal when the stored key cannot be read
     */
    public InstantlyClient hasty(InstantlyConnection connection) {
        return made(connection).hasty();
    }

    /** For a key of which nothing is known yet; it has limits of its own until it is known whose it is. */
    InstantlyClient trying(OrganizationId organization, String key, Optional<String> subWorkspace) {
        return client(key, subWorkspace, "trying/" + organization, Patience.OF_A_PERSON);
    }

    /** One entry per organization; what clients remember is worth keeping while the connection is the same. */
    private Made made(InstantlyConnection connection) {
        var made = byOrganization.get(connection.organizationId());
        if (made == null || !made.connection().equals(connection)) {
            var key = config.keys().open(connection.sealedKey(), context(connection.organizationId()));
            var sub = Optional.ofNullable(connection.subWorkspace());
            made = new Made(
                    connection,
                    client(key, sub, connection.workspaceId(), config.patience()),
                    client(key, sub, connection.workspaceId(), Patience.OF_A_PERSON));
            byOrganization.put(connection.organizationId(), made);
        }
        return made;
    }

    private InstantlyClient client(String key, Optional<String> subWorkspace, String limitedAs, Patience patience) {
        return new InstantlyClient(
                http, new Access(config.api(), key, subWorkspace, limitedAs), limiters, patience, metrics);
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
