package io.salesbrain.instantly.client;

import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only by waiting. */
final class FakeTicker implements Ticker {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void sleep(long nanos) {
        now.addAndGet(nanos);
    }
}
