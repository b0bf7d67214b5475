package io.salesbrain.standalone.commands;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Starts something, greets, and serves until Ctrl-C or SIGTERM, after which everything stops in order. */
final class Serving {
    interface Start<T> {
        T start() throws InterruptedException;
    }

    private Serving() {}

    static <T> int untilStopped(Start<T> start, Consumer<T> greet, Consumer<T> close) throws InterruptedException {
        var stopping = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopping, stopped), "stop"));
        try {
            var service = start.start();
            try {
                greet.accept(service);
                stopping.await();
            } finally {
                close.accept(service);
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** The JVM ends when its hooks do, so this one waits until the parts are closed. */
    private static void stop(CountDownLatch stopping, CountDownLatch stopped) {
        stopping.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
