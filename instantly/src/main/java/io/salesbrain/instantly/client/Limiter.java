package io.salesbrain.instantly.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Never more than so many requests in any span of time, wherever that span begins. A token bucket lets twice as many
 * through around the moment it is refilled; this one remembers when the last ones went, and each new one waits until the
 * one so many places before it is as old as the span. Who waits is served in the order of asking.
 */
public final class Limiter {
    /** At most so many in any span of this length. */
    public record Limit(int requests, Duration span) {
        public Limit {
            if (requests < 1 || span.isNegative() || span.isZero()) {
                throw new IllegalArgumentException("a limit is at least one request in some time");
            }
        }
    }

    /** What Instantly documents for a workspace, all keys together. */
    public static final List<Limit> WORKSPACE =
            List.of(new Limit(100, Duration.ofSeconds(1)), new Limit(6_000, Duration.ofMinutes(1)));

    /** The Unibox's own limit. */
    public static final List<Limit> EMAILS = List.of(new Limit(20, Duration.ofMinutes(1)));

    private final List<Window> windows;
    private final Ticker ticker;
    private final ReentrantLock turn = new ReentrantLock(true);
    private long heldBackUntil;

    public Limiter(List<Limit> limits, Ticker ticker) {
        this.windows = limits.stream().map(Window::new).toList();
        this.ticker = ticker;
        this.heldBackUntil = ticker.nanos();
    }

    /** Waits for a place; false when there is none within the patience. */
    public boolean acquire(Duration patience) throws InterruptedException {
        long deadline = ticker.nanos() + patience.toNanos();
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            long now = ticker.nanos();
            for (long free = nextFree(now); free - now > 0; free = nextFree(now)) {
                if (free - deadline > 0) {
                    return false;
                }
                ticker.sleep(free - now);
                now = ticker.nanos();
            }
            for (var window : windows) {
                window.note(now);
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** Nobody gets a place for so long: what an answer's Retry-After says holds for the whole workspace. */
    public void holdBack(Duration pause) {
        long until = ticker.nanos() + pause.toNanos();
        synchronized (windows) {
            heldBackUntil = until - heldBackUntil > 0 ? until : heldBackUntil;
        }
    }

    private long nextFree(long now) {
        long free = now;
        for (var window : windows) {
            long at = window.freeAt(now);
            free = at - free > 0 ? at : free;
        }
        synchronized (windows) {
            return heldBackUntil - free > 0 ? heldBackUntil : free;
        }
    }

    /** When the last requests went, in a ring. */
    private static final class Window {
        private final long[] went;
        private final long spanNanos;
        private long taken;

        Window(Limit limit) {
            this.went = new long[limit.requests()];
            this.spanNanos = limit.span().toNanos();
        }

        long freeAt(long now) {
            return taken < went.length ? now : went[place()] + spanNanos;
        }

        void note(long now) {
            went[place()] = now;
            taken++;
        }

        private int place() {
            return (int) (taken % went.length);
        }
    }
}
