package io.salesbrain.ingest;

import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.WriterKind;

/**
 * Two ways into the log, so that a single webhook does not queue behind somebody's upload: the first record of each
 * request takes the one, all further ones the other.
 */
record LogLanes(LogWriter first, LogWriter further) implements AutoCloseable {
    static LogLanes open(LogConfig config) {
        return new LogLanes(
                new LogWriter(config, "salesbrain-ingest", WriterKind.PROMPT),
                new LogWriter(config, "salesbrain-ingest-bulk", WriterKind.STEADY));
    }

    /** For who has no neighbours to consider; the writer stays its owner's. */
    static LogLanes both(LogWriter log) {
        return new LogLanes(log, log);
    }

    @Override
    public void close() {
        first.close();
        further.close();
    }
}
