package io.salesbrain.ingest.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What one organization may take of this receiver. */
public final class Allowance {
    private final Bucket rate;
    private final Semaphore places;
    private final Semaphore unacknowledgedKib;
    private final int mostKib;

    Allowance(LoadLimits limits) {
        this.rate = Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limits.burst())
                        .refillGreedy(limits.requestsPerSecond(), Duration.ofSeconds(1))
                        .build())
                .build();
        this.places = new Semaphore(limits.maxRequestsPerOrganization());
        this.mostKib = limits.maxUnacknowledgedKib();
        this.unacknowledgedKib = new Semaphore(mostKib, true);
    }

    /** Counts a request; where there are too many, in how many seconds to come again. */
    OptionalInt secondsToWait() {
        var probe = rate.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
    }

    boolean takePlace() {
        return places.tryAcquire();
    }

    void leavePlace() {
        places.release();
    }

    /**
     * Waits until a record of about this size may be handed to the log.
     *
     * @return how much was taken, to be given back when the log has it; empty when the patience ended
     */
    public OptionalInt takeUnacknowledged(long bytes, Duration patience) throws InterruptedException {
        int kib = (int) Math.min(mostKib, 1 + (bytes >> 10));
        return unacknowledgedKib.tryAcquire(kib, patience.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(kib)
                : OptionalInt.empty();
    }

    public void giveBack(int kib) {
        unacknowledgedKib.release(kib);
    }
}
