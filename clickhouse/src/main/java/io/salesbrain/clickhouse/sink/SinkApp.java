package io.salesbrain.clickhouse.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.log.LogWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink role: the topics of results, stored in ClickHouse and followed. */
public final class SinkApp implements AutoCloseable {
    public static final String GROUP_ID = "salesbrain-sink";

    private static final Logger LOG = LoggerFactory.getLogger(SinkApp.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(15);

    private final SinkConfig config;
    private final TableInsert target;
    private final SinkMonitor monitor;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable SinkLoop loop;

    private SinkApp(SinkConfig config, TableInsert target, MeterRegistry registry) {
        this.config = config;
        this.target = target;
        this.monitor = new SinkMonitor(registry);
        this.thread = new Thread(this::live, "clickhouse-sink");
    }

    /** The topics and the schema must exist; {@code warehouse} stays the caller's to close. Meters go to the global registry. */
    public static SinkApp start(SinkConfig config, Warehouse warehouse) {
        return start(config, warehouse, Metrics.globalRegistry);
    }

    public static SinkApp start(SinkConfig config, Warehouse warehouse, MeterRegistry registry) {
        return start(config, warehouse::insert, registry);
    }

    static SinkApp start(SinkConfig config, TableInsert target, MeterRegistry registry) {
        var app = new SinkApp(config, target, registry);
        app.thread.start();
        return app;
    }

    /** Rows get through; false while ClickHouse takes none, or the loop starts again after an error. */
    public boolean isHealthy() {
        return monitor.state() instanceof SinkState.Running;
    }

    /** What it is doing, in words. */
    public String state() {
        return monitor.state().text();
    }

    /** When rows were last written by this process. */
    public Optional<Instant> lastInsertAt() {
        return monitor.lastInsertAt();
    }

    /** Records in this process's partitions that are not stored yet, as of the last look. */
    public long lag() {
        return monitor.lag();
    }

    /** One life after the other, each from what the one before had committed. */
    private void live() {
        var backoff = new Backoff(config.firstPause(), config.longestPause());
        while (closing.getCount() > 0) {
            try (var deadLetterWriter = new LogWriter(config.log(), "salesbrain-sink-dead-letters")) {
                var writer = new BatchWriter(config, target, new DeadLetters(deadLetterWriter, monitor), monitor);
                runLoop(writer, backoff);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("the sink was told to stop", e);
            } catch (RuntimeException | Error e) {
                // Whatever it was, a sink that stays down helps nobody; nothing is lost, for nothing was committed.
                LOG.error("The sink stopped with an error and starts again.", e);
                monitor.enter(new SinkState.Restarting(e.toString()));
                pause(backoff.next());
            }
        }
        monitor.enter(new SinkState.Closed());
    }

    private void runLoop(BatchWriter writer, Backoff backoff) {
        try (var started = new SinkLoop(config, writer, monitor, () -> closing.getCount() == 0)) {
            loop = started;
            started.run(backoff::reset);
        } finally {
            loop = null;
        }
    }

    private void pause(Duration duration) {
        try {
            var _ = closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets an insert under way come to its end, within limits; what is not committed is written again at the next start. */
    @Override
    public void close() {
        closing.countDown();
        var running = loop;
        if (running != null) {
            running.wakeUp();
        }
        try {
            if (!thread.join(PATIENCE_AT_CLOSE)) {
                LOG.warn("The sink did not stop within {} s and is interrupted.", PATIENCE_AT_CLOSE.toSeconds());
                thread.interrupt();
                var _ = thread.join(PATIENCE_AT_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
