package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.Account;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.connection.Clients;
import io.salesbrain.instantly.connection.ConnectionBook;
import io.salesbrain.instantly.connection.Connector;
import io.salesbrain.instantly.connection.KeyRing;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Syncs organizations, each at most once at a time, and keeps the latest report. */
public final class SyncDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SyncDesk.class);
    private static final String REPORT = "sync";

    private final ConnectionBook connections;
    private final Clients clients;
    private final MirrorBook mirror;
    private final Repair repair;
    private final Sync sync;
    private final Audit audit;
    private final OurCounts counts;
    private final Clock clock;
    private final Set<OrganizationId> running = ConcurrentHashMap.newKeySet();

    public SyncDesk(
            ConnectionBook connections,
            Clients clients,
            Connector connector,
            MirrorBook mirror,
            Inlet inlet,
            OurCounts counts,
            Clock clock) {
        this.connections = connections;
        this.clients = clients;
        this.mirror = mirror;
        this.repair = new Repair(mirror, inlet, connector::reconnect, clock);
        this.sync = new Sync(mirror, inlet, clock);
        this.audit = new Audit(counts, inlet, clock);
        this.counts = counts;
        this.clock = clock;
    }

    /** There is nothing to sync with. */
    public static final class NotConnected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotConnected(OrganizationId organization) {
            super("Organization " + organization + " has stored no API key of Instantly's.");
        }
    }

    /** A sync of this organization is under way. */
    public static final class SyncRunning extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SyncRunning(OrganizationId organization) {
            super("A sync of organization " + organization + " is running; wait for its end and ask again.");
        }
    }

    /**
     * Repairs, then syncs; returns the report.
     *
     * @throws NotConnected when the organization has no connection
     * @throws SyncRunning when one is under way
     * @throws KeyRing.CannotUnseal when the stored key cannot be read
     */
    public Map<String, Object> sync(OrganizationId organization) throws InterruptedException {
        return sync(organization, () -> true);
    }

    /** @param goesOn is asked before each request; the work ends where it says no */
    Map<String, Object> sync(OrganizationId organization, BooleanSupplier goesOn) throws InterruptedException {
        var connection = connection(organization);
        return alone(organization, () -> {
            var report = new SyncReport(organization, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            var client = clients.of(connection).asLongAs(goesOn);
            attempt(report, "repair", () -> repair.run(connection, client, report));
            attempt(report, "sync", () -> sync.run(connection, client, report));
            return kept(organization, REPORT, report.toMap(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /**
     * Compares our counts with Instantly's; with {@code fill} what is missing is looked for in the Unibox.
     *
     * @throws NotConnected when the organization has no connection
     * @throws SyncRunning when a sync or another audit is under way
     */
    public Map<String, Object> audit(OrganizationId organization, boolean fill) throws InterruptedException {
        return audit(organization, fill, () -> true);
    }

    Map<String, Object> audit(OrganizationId organization, boolean fill, BooleanSupplier goesOn)
            throws InterruptedException {
        var connection = connection(organization);
        var client = clients.of(connection).asLongAs(goesOn);
        return alone(organization, () -> kept(organization, Audit.REPORT, audit.run(connection, client, fill)));
    }

    /** Notes and tells how a campaign is after something was done with it, as the next sync would. */
    public void saw(OrganizationId organization, Campaign campaign) throws InterruptedException {
        sync.saw(connection(organization), campaign);
    }

    /** The same of a mailbox. */
    public void saw(OrganizationId organization, Account account) throws InterruptedException {
        sync.saw(connection(organization), account);
    }

    /** Whether an audit would say little, because much that arrived is still to be counted. */
    boolean isCountingBehind() throws InterruptedException {
        return counts.areBehind();
    }

    /** The latest report of a sync, or of an audit. */
    public Optional<InstantlyMirror.Report> lastSync(OrganizationId organization) {
        return mirror.report(organization, REPORT);
    }

    public Optional<InstantlyMirror.Report> lastAudit(OrganizationId organization) {
        return mirror.report(organization, Audit.REPORT);
    }

    /**
     * For what a person wants done at once.
     *
     * @throws NotConnected when the organization has no connection
     */
    public InstantlyClient client(OrganizationId organization) {
        return clients.hasty(connection(organization));
    }

    /**
     * For what may take a while.
     *
     * @throws NotConnected when the organization has no connection
     */
    public InstantlyClient patientClient(OrganizationId organization) {
        return clients.of(connection(organization));
    }

    /** Whether there is a key to ask Instantly with. */
    public boolean isConnected(OrganizationId organization) {
        return connections.find(organization).isPresent();
    }

    private InstantlyConnection connection(OrganizationId organization) {
        return connections.find(organization).orElseThrow(() -> new NotConnected(organization));
    }

    private Map<String, Object> kept(OrganizationId organization, String name, Map<String, Object> report)
            throws InterruptedException {
        mirror.put(List.of(new InstantlyMirror.Report(
                organization, name, clock.instant().truncatedTo(ChronoUnit.MILLIS), report)));
        return report;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /** What Instantly refuses ends one part, not the others. */
    private static void attempt(SyncReport report, String name, Step step) throws InterruptedException {
        long from = System.nanoTime();
        try {
            step.run();
        } catch (InstantlyException e) {
            LOG.warn("the {} of a workspace ended early", name, e);
            report.problem("The " + name + " ended early: " + e.getMessage());
        } finally {
            report.took(name, Duration.ofNanos(System.nanoTime() - from));
        }
    }

    private interface Work {
        Map<String, Object> run() throws InterruptedException;
    }

    private Map<String, Object> alone(OrganizationId organization, Work work) throws InterruptedException {
        if (!running.add(organization)) {
            throw new SyncRunning(organization);
        }
        try {
            return work.run();
        } finally {
            running.remove(organization);
        }
    }
}
