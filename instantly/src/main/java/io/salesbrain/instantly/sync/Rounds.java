package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.InstantlyRound;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.RelievedException;
import io.salesbrain.instantly.connection.ConnectionBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Syncs every connected organization of this process's again and again, one after another, and audits each once a day.
 * What another process has visited is not due before its time.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AUDIT_EVERY = Duration.ofDays(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_BEFORE_FIRST = Duration.ofSeconds(20);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final int LOOKS_PER_ROUND = 20;

    private final ConnectionBook connections;
    private final SyncDesk desk;
    private final Turns turns;
    private final RoundBook book;
    private final Clock clock;
    private final Duration every;
    private final Instant startedAt;
    private final String self = UUID.randomUUID().toString();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("instantly-rounds").factory());

    private Rounds(
            ConnectionBook connections, SyncDesk desk, Turns turns, RoundBook book, Clock clock, Duration every) {
        this.connections = connections;
        this.desk = desk;
        this.turns = turns;
        this.book = book;
        this.clock = clock;
        this.every = every;
        this.startedAt = clock.instant();
    }

    /** The first round comes after a fraction of the pause, so that a restart soon fetches what was missed. */
    public static Rounds start(
            ConnectionBook connections, SyncDesk desk, Turns turns, RoundBook book, Clock clock, Duration every) {
        var rounds = new Rounds(connections, desk, turns, book, clock, every);
        long first = shorter(LONGEST_BEFORE_FIRST, every).toMillis();
        long look = Math.max(
                1, shorter(LONGEST_LOOK, every.dividedBy(LOOKS_PER_ROUND)).toMillis());
        var _ = rounds.executor.scheduleWithFixedDelay(rounds::look, first, look, TimeUnit.MILLISECONDS);
        return rounds;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void look() {
        for (var connection : connections.all()) {
            var organization = connection.organizationId();
            if (!Thread.currentThread().isInterrupted() && isDue(organization)) {
                visit(organization);
            }
        }
    }

    /** What was seen before this process was there may have changed while nobody looked. */
    private boolean isDue(OrganizationId organization) {
        return book.latest(organization)
                .map(round -> round.at().isBefore(startedAt)
                        || !round.at().plus(every).isAfter(clock.instant()))
                .orElse(true);
    }

    /** One workspace's trouble must not keep the others waiting. */
    private void visit(OrganizationId organization) {
        try {
            turns.take(organization, goesOn -> {
                var from = now();
                try {
                    work(organization, goesOn);
                } catch (RelievedException e) {
                    LOG.info("the sync of {} goes on in another process", organization);
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("the sync of {} failed: {}", organization, e.toString());
                }
                book.put(new InstantlyRound(organization, from, now(), self));
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("that {} was visited could not be noted: {}", organization, e.toString());
        }
    }

    private void work(OrganizationId organization, BooleanSupplier goesOn) throws InterruptedException {
        desk.sync(organization, goesOn);
        if (isAuditDue(organization) && !desk.isCountingBehind()) {
            desk.audit(organization, true, goesOn);
        }
    }

    private boolean isAuditDue(OrganizationId organization) {
        return desk.lastAudit(organization)
                .map(InstantlyMirror.Report::at)
                .map(at -> at.plus(AUDIT_EVERY).isBefore(clock.instant()))
                .orElse(true);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
