package io.salesbrain.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogProbe;
import io.salesbrain.tenancy.Directory;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receiver's parts. The directory and the server are the caller's, who also closes them. */
public final class IngestApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestApp.class);

    private final LogLanes lanes;
    private final LogProbe probe;
    private final WebhookPipeline pipeline;
    private final WebhookRoutes routes;

    private IngestApp(LogLanes lanes, LogProbe probe, WebhookPipeline pipeline) {
        this.lanes = lanes;
        this.probe = probe;
        this.pipeline = pipeline;
        this.routes = new WebhookRoutes(pipeline);
    }

    /** The topics exist and the directory has caught up, or credentials will be refused that are good. */
    public static IngestApp start(
            IngestConfig config, LogConfig logConfig, Directory directory, MeterRegistry metrics, Clock clock) {
        var lanes = LogLanes.open(logConfig);
        var probe = new LogProbe(logConfig, Topics.EVENTS);
        var pipeline = new WebhookPipeline(config, directory, lanes, probe::isDown, metrics, clock);
        return new IngestApp(lanes, probe, pipeline);
    }

    public WebhookRoutes routes() {
        return routes;
    }

    /** Whether what arrives can be kept; turns true again by itself when the log is back. */
    public boolean isWritable() {
        return probe.isWritable();
    }

    /** Takes nothing new and finishes what is under way; before the server stops, which carries the answers. */
    public void drain() {
        try {
            if (!pipeline.stop()) {
                LOG.warn("some webhooks were still under way when the receiver stopped; their senders get no answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of the log, when nothing is under way any more. */
    @Override
    public void close() {
        drain();
        probe.close();
        lanes.close();
    }
}
