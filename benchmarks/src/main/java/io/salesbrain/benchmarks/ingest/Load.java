package io.salesbrain.benchmarks.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Single posts over many connections, as fast as they are answered or at a steady rate. */
final class Load {
    private final Receiver receiver;
    private final String path;
    private final int connections;
    private final AtomicLong next;

    /** @param next numbers the events over all loads, so that none comes twice */
    Load(Receiver receiver, String path, int connections, AtomicLong next) {
        this.receiver = receiver;
        this.path = path;
        this.connections = connections;
        this.next = next;
    }

    /** Each connection sends its next event when the last one is answered; requests per second. */
    double closed(Duration duration) {
        long endNanos = System.nanoTime() + duration.toNanos();
        long done = onEachConnection(connection -> {
                    long count = 0;
                    while (System.nanoTime() < endNanos) {
                        connection.post(Payload.event(next.getAndIncrement()));
                        count++;
                    }
                    return new long[] {count};
                })
                .stream()
                .mapToLong(counts -> counts[0])
                .sum();
        return done / (duration.toNanos() / 1e9);
    }

    /**
     * Events at a steady rate, whether the earlier ones are answered or not; latencies in ns, sorted. Each counts from
     * when it was due, so that waiting for a free connection is not left out.
     */
    long[] open(double perSecond, Duration duration) {
        var slots = new AtomicLong();
        long slotsInAll = Math.round(perSecond * duration.toNanos() / 1e9);
        double slotNanos = 1e9 / perSecond;
        long startNanos = System.nanoTime();
        var latencies = onEachConnection(connection -> {
            var own = new long[1024];
            int count = 0;
            for (long slot = slots.getAndIncrement(); slot < slotsInAll; slot = slots.getAndIncrement()) {
                long dueNanos = startNanos + Math.round(slot * slotNanos);
                awaitNanos(dueNanos);
                connection.post(Payload.event(next.getAndIncrement()));
                if (count == own.length) {
                    own = Arrays.copyOf(own, 2 * count);
                }
                own[count++] = System.nanoTime() - dueNanos;
            }
            return Arrays.copyOf(own, count);
        });
        return latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static void awaitNanos(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private interface Work {
        long[] on(Connection connection) throws IOException;
    }

    private List<long[]> onEachConnection(Work work) {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> {
                    try (var connection =
                            new Connection(receiver.port(), path, receiver.secret(), "application/json")) {
                        return work.on(connection);
                    }
                });
            }
            var results = new ArrayList<long[]>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("a request failed", e.getCause()));
        }
    }
}
