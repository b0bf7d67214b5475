package io.salesbrain.query.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happens in one organization, numbered. Watchers have no queues of their own: each remembers the number it has
 * seen and reads on from there, so a slow one costs nothing and holds nobody up. Replies, hot leads and follow-ups have
 * a ring of their own: a flood of opens does not push them out.
 */
final class LiveChannel {
    private static final int REMEMBERED = 1_000;

    /**
     * @param upTo the number a watcher has then seen
     * @param missed how many events were forgotten before this watcher came to read them
     */
    record Batch(List<LiveEvent> events, long upTo, long missed) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final Ring activities = new Ring(REMEMBERED);
    private final Ring notices = new Ring(REMEMBERED);
    private long latest;
    private boolean closed;

    void activity(Object data) {
        append(activities, "activity", data);
    }

    /** A reply, a hot lead or a follow-up. */
    void notice(String name, Object data) {
        append(notices, name, data);
    }

    private void append(Ring ring, String name, Object data) {
        lock.lock();
        try {
            ring.append(new LiveEvent(++latest, name, data));
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long latest() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events behind a number; comes back without any after a while. */
    Batch await(long seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long leftNanos = patience.toNanos();
            while (latest <= seen && leftNanos > 0 && !closed) {
                leftNanos = appended.awaitNanos(leftNanos);
            }
            var found = new ArrayList<>(activities.after(seen));
            found.addAll(notices.after(seen));
            found.sort(Comparator.comparingLong(LiveEvent::number));
            return new Batch(found, latest, Math.max(0, latest - seen - found.size()));
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any longer. */
    void close() {
        lock.lock();
        try {
            closed = true;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
