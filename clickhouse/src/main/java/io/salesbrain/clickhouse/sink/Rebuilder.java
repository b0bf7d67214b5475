package io.salesbrain.clickhouse.sink;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.log.LogConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills ClickHouse anew from the log, one run at a time, on a thread of its own. */
public final class Rebuilder implements AutoCloseable {
    /**
     * How far the latest run is.
     *
     * @param state idle, starting, copying, filling, switching, done, failed
     * @param records of the log that were worked off
     * @param recordsTotal as far as is known
     * @param refused records that ClickHouse took no rows of; they lie among the dead letters since they first came
     */
    public record Report(
            String state,
            boolean running,
            long records,
            long recordsTotal,
            long refused,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String error) {}

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(15);

    private final SinkConfig config;
    private final Warehouse warehouse;
    private final Consumer<String> edge;
    private final RebuildProgress progress = new RebuildProgress();
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** The warehouse stays the caller's to close, after this. */
    public Rebuilder(LogConfig log, Warehouse warehouse) {
        this(SinkConfig.of(log), warehouse, _ -> {});
    }

    /** @param edge told before each step, for tests that stop there */
    Rebuilder(SinkConfig config, Warehouse warehouse, Consumer<String> edge) {
        this.config = config;
        this.warehouse = warehouse;
        this.edge = edge;
    }

    /** False where a run is under way. */
    public synchronized boolean start() {
        if (closed || !progress.start(Instant.now())) {
            return false;
        }
        thread = Thread.ofPlatform().name("clickhouse-rebuild").start(() -> run(Rebuild::run));
        return true;
    }

    /**
     * Ends what a run that was killed while it exchanged tables has left; without one, nothing happens. For whoever knows that
     * no other process rebuilds, before rows are asked for.
     */
    public void finishInterrupted() {
        rebuild().finishInterrupted();
        progress.enter(RebuildProgress.State.IDLE);
    }

    public Report report() {
        return progress.report();
    }

    private Rebuild rebuild() {
        return new Rebuild(config, warehouse, progress, () -> closed, edge);
    }

    private void run(Consumer<Rebuild> work) {
        try {
            work.accept(rebuild());
            progress.end(RebuildProgress.State.DONE, null, Instant.now());
            LOG.info("Rebuild: done, {} records of the log.", report().records());
        } catch (RuntimeException | Error e) {
            LOG.error("The rebuild ended early; the tables are as they were, or the next one ends the exchange.", e);
            progress.end(RebuildProgress.State.FAILED, String.valueOf(e.getMessage()), Instant.now());
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null) {
            return;
        }
        try {
            if (!running.join(PATIENCE_AT_CLOSE)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
