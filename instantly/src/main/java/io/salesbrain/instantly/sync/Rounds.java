package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.connection.ConnectionBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Syncs every connected organization again and again, one after another, and audits each once a day. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AUDIT_EVERY = Duration.ofDays(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final ConnectionBook connections;
    private final SyncDesk desk;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("instantly-rounds").factory());

    private Rounds(ConnectionBook connections, SyncDesk desk, Clock clock) {
        this.connections = connections;
        this.desk = desk;
        this.clock = clock;
    }

    /** The first round comes after a fraction of the pause, so that a restart soon fetches what was missed. */
    public static Rounds start(ConnectionBook connections, SyncDesk desk, Clock clock, Duration every) {
        var rounds = new Rounds(connections, desk, clock);
        long first = Math.min(Duration.ofSeconds(20).toMillis(), every.toMillis());
        var _ = rounds.executor.scheduleWithFixedDelay(rounds::round, first, every.toMillis(), TimeUnit.MILLISECONDS);
        return rounds;
    }

    private void round() {
        for (var connection : connections.all()) {
            if (!Thread.currentThread().isInterrupted()) {
                visit(connection);
            }
        }
    }

    /** One workspace's trouble must not keep the others waiting. */
    private void visit(InstantlyConnection connection) {
        var organization = connection.organizationId();
        try {
            desk.sync(organization);
            if (isAuditDue(organization) && !desk.isCountingBehind()) {
                desk.audit(organization, true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the sync of {} failed: {}", organization, e.toString());
        }
    }

    private boolean isAuditDue(OrganizationId organization) {
        Optional<Instant> last = desk.lastAudit(organization).map(InstantlyMirror.Report::at);
        return last.map(at -> at.plus(AUDIT_EVERY).isBefore(clock.instant())).orElse(true);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a sync was still under way when the process stopped; the next one goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
