package io.salesbrain.ingest;

import io.salesbrain.ingest.limits.BodyLimits;
import io.salesbrain.ingest.limits.LoadLimits;
import io.salesbrain.ingest.limits.Ranges;
import java.time.Duration;

/**
 * The receiver's limits.
 *
 * @param closePatience how long a stop waits for requests under way
 */
public record IngestConfig(BodyLimits bodies, LoadLimits load, Duration closePatience) {
    public static final IngestConfig DEFAULT =
            new IngestConfig(BodyLimits.DEFAULT, LoadLimits.DEFAULT, Duration.ofSeconds(20));

    public IngestConfig {
        Ranges.require("close_patience_ms", closePatience.toMillis(), 0, 600_000);
    }

    public IngestConfig with(BodyLimits bodies) {
        return new IngestConfig(bodies, load, closePatience);
    }

    public IngestConfig with(LoadLimits load) {
        return new IngestConfig(bodies, load, closePatience);
    }
}
