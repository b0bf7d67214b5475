package io.salesbrain.ingest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a limited number of requests in at once, and none any more once the instance is stopping. */
final class Gate {
    private final int places;
    private final Semaphore free;
    private volatile boolean stopping;

    Gate(int places) {
        this.places = places;
        this.free = new Semaphore(places);
    }

    /** Takes a place; whoever got in calls {@link #leave} in the end. */
    void enter() throws RefusedException {
        if (stopping) {
            throw new RefusedException(Refusal.STOPPING);
        }
        if (!free.tryAcquire()) {
            throw new RefusedException(Refusal.BUSY);
        }
    }

    void leave() {
        free.release();
    }

    /** Lets nobody in any more and waits for those inside; false when some are still there after that time. */
    boolean closeAndAwaitEmpty(Duration patience) throws InterruptedException {
        stopping = true;
        boolean empty = free.tryAcquire(places, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (empty) {
            free.release(places);
        }
        return empty;
    }
}
