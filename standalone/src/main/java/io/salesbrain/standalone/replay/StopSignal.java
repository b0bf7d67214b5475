package io.salesbrain.standalone.replay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a replay to end after the batch that is under way. */
final class StopSignal {
    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits that long, or until the signal is given. */
    void pause(Duration duration) throws InterruptedException {
        var _ = given.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }
}
