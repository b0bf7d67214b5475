package io.salesbrain.query.delivery;

import io.salesbrain.events.AlertTarget;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The messages of one target, in order, on a thread of its own: a slow target holds up nobody else. What fails is tried
 * again after a while that doubles; a target at which several messages in a row were given up is dead.
 */
final class Lane implements AutoCloseable {
    /**
     * @param firstPause after the first failure
     * @param attempts of a message
     * @param givenUpInARow that make a target dead
     */
    record Patience(Duration firstPause, Duration longestPause, int attempts, int givenUpInARow) {
        static final Patience DEFAULT = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), 10, 3);
    }

    private static final int MOST_WAITING = 10_000;
    private static final long LOOK_MS = 500;

    private final AlertTarget target;
    private final Courier courier;
    private final Patience patience;
    private final BiConsumer<AlertTarget, String> onDead;
    private final DeliveryCounters counters;
    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Lane(
            AlertTarget target,
            Courier courier,
            Patience patience,
            BiConsumer<AlertTarget, String> onDead,
            DeliveryCounters counters) {
        this.target = target;
        this.courier = courier;
        this.patience = patience;
        this.onDead = onDead;
        this.counters = counters;
    }

    static Lane start(
            AlertTarget target,
            Courier courier,
            Patience patience,
            BiConsumer<AlertTarget, String> onDead,
            DeliveryCounters counters) {
        var lane = new Lane(target, courier, patience, onDead, counters);
        var _ = Thread.ofVirtual().name("deliver-" + target.targetId()).start(lane::run);
        return lane;
    }

    /** Never waits; of a target that lags by thousands, what comes on top is dropped and counted. */
    void put(Message message) {
        if (!waiting.offer(message)) {
            counters.dropped();
        }
    }

    private void run() {
        int givenUp = 0;
        try {
            while (closed.getCount() > 0) {
                var message = waiting.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (message == null) {
                    continue;
                }
                var outcome = deliver(message);
                givenUp = outcome.isEmpty() ? 0 : givenUp + 1;
                if (outcome.isPresent() && (outcome.get().forGood() || givenUp >= patience.givenUpInARow())) {
                    onDead.accept(target, outcome.get().why());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it was given up; empty when it was delivered, or when this ends. */
    private Optional<Courier.Outcome.Failed> deliver(Message message) throws InterruptedException {
        Optional<Courier.Outcome.Failed> last = Optional.empty();
        var pause = patience.firstPause();
        for (int attempt = 1; attempt <= patience.attempts() && closed.getCount() > 0; attempt++) {
            switch (courier.deliver(target, message)) {
                case Courier.Outcome.Delivered _ -> {
                    counters.delivered();
                    return Optional.empty();
                }
                case Courier.Outcome.Failed failed -> {
                    counters.failed();
                    last = Optional.of(failed);
                    if (failed.forGood()) {
                        return last;
                    }
                }
            }
            // Between half of it and all of it, so that targets that fell together do not rise together.
            long pauseMs = pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1);
            if (attempt < patience.attempts() && closed.await(pauseMs, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            pause = pause.multipliedBy(2).compareTo(patience.longestPause()) < 0
                    ? pause.multipliedBy(2)
                    : patience.longestPause();
        }
        return last;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
