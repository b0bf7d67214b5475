package io.salesbrain.instantly.client;

import java.util.concurrent.TimeUnit;

/** Time that passes, and waiting for it; tests bring their own. */
public interface Ticker {
    long nanos();

    void sleep(long nanos) throws InterruptedException;

    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };
}
