package io.salesbrain.instantly.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One answer that hardly ever changes, kept for a while. */
final class Remembered<T> {
    /** Asks for it. */
    interface Source<T> {
        T get() throws InterruptedException;
    }

    private record Answer<T>(T value, long atNanos) {}

    private final Source<T> source;
    private final long freshNanos;
    private final Ticker ticker;
    private volatile @Nullable Answer<T> last;

    Remembered(Source<T> source, Duration fresh, Ticker ticker) {
        this.source = source;
        this.freshNanos = fresh.toNanos();
        this.ticker = ticker;
    }

    T get() throws InterruptedException {
        var kept = last;
        if (kept != null && ticker.nanos() - kept.atNanos() < freshNanos) {
            return kept.value();
        }
        var value = source.get();
        last = new Answer<>(value, ticker.nanos());
        return value;
    }
}
