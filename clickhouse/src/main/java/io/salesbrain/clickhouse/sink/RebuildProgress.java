package io.salesbrain.clickhouse.sink;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a rebuild is; written by its thread, read by any. */
final class RebuildProgress {
    /** What it is doing. */
    enum State {
        IDLE,
        STARTING,
        COPYING,
        FILLING,
        SWITCHING,
        DONE,
        FAILED;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isRunning() {
            return switch (this) {
                case STARTING, COPYING, FILLING, SWITCHING -> true;
                case IDLE, DONE, FAILED -> false;
            };
        }
    }

    private State state = State.IDLE;
    private long written;
    private long total;
    private long refused;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String error;

    /** Begins anew; false where one is running. */
    synchronized boolean start(Instant at) {
        if (state.isRunning()) {
            return false;
        }
        state = State.STARTING;
        written = 0;
        total = 0;
        refused = 0;
        startedAt = at;
        endedAt = null;
        error = null;
        return true;
    }

    synchronized void enter(State next) {
        state = next;
    }

    /** So many more are to be read. */
    synchronized void total(long more) {
        total = written + more;
    }

    synchronized void written(long more) {
        written += more;
        total = Math.max(total, written);
    }

    synchronized void refused() {
        refused++;
    }

    synchronized void end(State last, @Nullable String why, Instant at) {
        state = last;
        error = why;
        endedAt = at;
    }

    synchronized Rebuilder.Report report() {
        return new Rebuilder.Report(
                state.label(), state.isRunning(), written, total, refused, startedAt, endedAt, error);
    }
}
