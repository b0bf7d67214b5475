package io.salesbrain.standalone.commands;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Starts something, greets, and serves until Ctrl-C or SIGTERM, after which everything stops in order. */
final class Serving {
    private Serving() {}

    static <T extends AutoCloseable> int untilStopped(Callable<T> start, Consumer<T> greet)
            throws InterruptedException {
        var stopping = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopping, stopped), "stop"));
        try (T service = start.call()) {
            greet.accept(service);
            stopping.await();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
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
