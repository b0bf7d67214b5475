package io.salesbrain.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the stories wait for one another after their histories, so that all go live together; not for ever, though. */
public final class Rendezvous {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CountDownLatch expected;
    private final CountDownLatch begun = new CountDownLatch(1);

    public Rendezvous(int stories) {
        this.expected = new CountDownLatch(stories);
    }

    /** The start of the live part for the story that calls. */
    Instant arrive() throws InterruptedException {
        expected.countDown();
        expected.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        begun.countDown();
        return Instant.now();
    }

    /** Whether the live part has begun within that time. */
    public boolean awaitBegun(Duration atMost) throws InterruptedException {
        return begun.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean begun() {
        return begun.getCount() == 0;
    }
}
