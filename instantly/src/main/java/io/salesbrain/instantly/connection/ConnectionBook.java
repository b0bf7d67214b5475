package io.salesbrain.instantly.connection;

import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All connections, in memory and following the log; what is written here is seen by the next question. */
public final class ConnectionBook implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<OrganizationId, InstantlyConnection> byOrganization = new ConcurrentHashMap<>();
    private final LogWriter log;
    private final TopicFollower<String, InstantlyConnection> follower;

    private ConnectionBook(LogConfig config, LogWriter log) {
        this.log = log;
        this.follower = TopicFollower.fromStart(config, Topics.INSTANTLY_CONNECTIONS, (_, _, key, connection) -> {
            var owner = new OrganizationId(key);
            if (connection == null) {
                byOrganization.remove(owner);
            } else {
                byOrganization.put(owner, connection);
            }
        });
    }

    public static ConnectionBook follow(LogConfig config, LogWriter log) {
        return new ConnectionBook(config, log);
    }

    public boolean isReady() {
        return follower.isCaughtUp();
    }

    public Optional<InstantlyConnection> find(OrganizationId organization) {
        return Optional.ofNullable(byOrganization.get(organization));
    }

    public List<InstantlyConnection> all() {
        return byOrganization.values().stream()
                .sorted(Comparator.comparing(InstantlyConnection::organizationId))
                .toList();
    }

    void put(InstantlyConnection connection) throws InterruptedException {
        var place = log.appendAndWait(
                Topics.INSTANTLY_CONNECTIONS, connection.organizationId().value(), connection);
        follower.awaitOffset(place.partition(), place.offset(), PATIENCE);
    }

    void remove(OrganizationId organization) throws InterruptedException {
        var place = log.appendAndWait(Topics.INSTANTLY_CONNECTIONS, organization.value(), null);
        follower.awaitOffset(place.partition(), place.offset(), PATIENCE);
    }

    @Override
    public void close() {
        follower.close();
    }
}
