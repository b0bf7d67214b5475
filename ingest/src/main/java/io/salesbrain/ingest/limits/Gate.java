package io.salesbrain.ingest.limits;

import io.salesbrain.events.OrganizationId;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a limited number of requests in at once, of each organization no more than its share, and none any more once the
 * instance is stopping.
 */
public final class Gate {
    /** How somebody was received at the gate. */
    public sealed interface Entry {
        /** Inside; whoever got in closes this in the end. */
        record Admitted(Gate gate, Allowance allowance) implements Entry, AutoCloseable {
            @Override
            public void close() {
                allowance.leavePlace();
                gate.free.release();
            }
        }

        record TooManyRequests(int retryAfterSeconds) implements Entry {}

        /** This organization has its share inside already. */
        record ShareTaken() implements Entry {}

        record Full() implements Entry {}

        record Stopping() implements Entry {}
    }

    private final LoadLimits limits;
    private final Semaphore free;
    private final Map<OrganizationId, Allowance> allowances = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public Gate(LoadLimits limits) {
        this.limits = limits;
        this.free = new Semaphore(limits.maxRequests());
    }

    public Entry enter(OrganizationId organization) {
        if (stopping) {
            return new Entry.Stopping();
        }
        var allowance = of(organization);
        OptionalInt wait = allowance.secondsToWait();
        if (wait.isPresent()) {
            return new Entry.TooManyRequests(wait.getAsInt());
        }
        if (!allowance.takePlace()) {
            return new Entry.ShareTaken();
        }
        if (!free.tryAcquire()) {
            allowance.leavePlace();
            return new Entry.Full();
        }
        return new Entry.Admitted(this, allowance);
    }

    /** As many as there are organizations that ever sent something with a good credential. */
    public Allowance of(OrganizationId organization) {
        return allowances.computeIfAbsent(organization, _ -> new Allowance(limits));
    }

    /** Lets nobody in any more and waits for those inside; false when some are still there after that time. */
    public boolean closeAndAwaitEmpty(Duration patience) throws InterruptedException {
        stopping = true;
        boolean empty = free.tryAcquire(limits.maxRequests(), patience.toMillis(), TimeUnit.MILLISECONDS);
        if (empty) {
            free.release(limits.maxRequests());
        }
        return empty;
    }
}
