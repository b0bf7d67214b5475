package io.salesbrain.query.ledger;

import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.LedgerEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.LogException;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.warehouse.Archive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes entries to the log and waits until every answer includes them. */
public final class Ledger<T extends LedgerEntry> {
    /** How many entries of a table were new, and how many took the place of one. */
    record Taken(int created, int updated) {}

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(20);

    private final LedgerKind<T> kind;
    private final LedgerIndex<T> index;
    private final TopicFollower<String, T> follower;
    private final LogWriter log;
    private final Archive archive;
    private final Duration patience;
    /** Whether an entry is new is asked and answered without another write in between. */
    private final ReentrantLock writing = new ReentrantLock();

    Ledger(
            LedgerKind<T> kind,
            LedgerIndex<T> index,
            TopicFollower<String, T> follower,
            LogWriter log,
            Archive archive,
            Duration patience) {
        this.kind = kind;
        this.index = index;
        this.follower = follower;
        this.log = log;
        this.archive = archive;
        this.patience = patience;
    }

    LedgerKind<T> kind() {
        return kind;
    }

    LedgerIndex<T> index() {
        return index;
    }

    /** All of them; should the log fail in between, sending the same again is harmless. */
    Taken put(List<T> entries) throws InterruptedException {
        if (entries.isEmpty()) {
            return new Taken(0, 0);
        }
        int created = 0;
        writing.lockInterruptibly();
        try {
            var places = new ArrayList<CompletableFuture<RecordMetadata>>(entries.size());
            for (var entry : entries) {
                if (index.find(entry.organizationId(), entry.entryId()).isEmpty()) {
                    created++;
                }
                places.add(log.append(kind.topic(), entry.key(), entry));
            }
            awaitRead(places);
        } finally {
            writing.unlock();
        }
        // One partition has them in order: who has the last has all.
        var last = entries.getLast();
        awaitStored(
                last.key(),
                () -> archive.shows(last.organizationId(), kind.table(), last.entryId(), last.recordedAt()));
        return new Taken(created, entries.size() - created);
    }

    /** Empty where there is no such entry. */
    Optional<T> remove(OrganizationId organization, String entryId) throws InterruptedException {
        Optional<T> found;
        writing.lockInterruptibly();
        try {
            found = index.find(organization, entryId);
            if (found.isPresent()) {
                awaitRead(List.of(log.append(kind.topic(), LedgerEntry.key(organization, entryId), null)));
            }
        } finally {
            writing.unlock();
        }
        if (found.isPresent()) {
            awaitStored(
                    LedgerEntry.key(organization, entryId), () -> archive.hides(organization, kind.table(), entryId));
        }
        return found;
    }

    private void awaitRead(List<CompletableFuture<RecordMetadata>> places) throws InterruptedException {
        try {
            for (var place : places) {
                var _ = place.get(LOG_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            var last = places.getLast().get(LOG_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            follower.awaitOffset(last.partition(), last.offset(), patience);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogException("the log did not take a " + kind.noun(), e);
        }
    }

    /** Money answers come from the warehouse; waiting here a moment lets the next one include this entry. */
    private void awaitStored(String key, BooleanSupplier isStored) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        try {
            while (!isStored.getAsBoolean()) {
                if (System.nanoTime() > deadlineNanos) {
                    LOG.warn("the {} {} is in the log but not yet in the warehouse", kind.noun(), key);
                    return;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped while waiting for a " + kind.noun() + " to be stored");
                }
            }
        } catch (WarehouseException e) {
            LOG.warn("the {} {} is in the log; the warehouse does not say whether it has it", kind.noun(), key, e);
        }
    }
}
