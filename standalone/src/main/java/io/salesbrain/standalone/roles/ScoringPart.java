package io.salesbrain.standalone.roles;

import io.salesbrain.classifier.ReplyClassifiers;
import io.salesbrain.log.LogConfig;
import io.salesbrain.query.ReadinessCheck;
import io.salesbrain.scoring.ScoringApp;
import io.salesbrain.scoring.ScoringConfig;
import io.salesbrain.scoring.lead.ScoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scoring with its classifier, as one part of a process. */
final class ScoringPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringPart.class);
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final ReplyClassifiers.Loaded loaded;
    private final ScoringApp app;

    private ScoringPart(ReplyClassifiers.Loaded loaded, ScoringApp app) {
        this.loaded = loaded;
        this.app = app;
    }

    /** The topics must exist. */
    static ScoringPart start(
            LogConfig log, Path stateFolder, int threads, int standbys, @Nullable String instanceId, Metrics metrics) {
        var loaded = ReplyClassifiers.load();
        switch (loaded.kind()) {
            case ONNX -> LOG.info(loaded.reason());
            case KEYWORDS -> LOG.warn(loaded.reason());
        }
        var app = ScoringApp.start(
                new ScoringConfig(
                        log.bootstrapServers(),
                        stateFolder,
                        threads,
                        log.partitions(),
                        log.replication(),
                        COMMIT_INTERVAL,
                        standbys,
                        instanceId,
                        ScoreSettings.DEFAULT),
                loaded.classifier());
        metrics.watch(app.streams());
        metrics.registry()
                .gauge(
                        "salesbrain_classifier_is_fallback",
                        loaded,
                        l -> l.kind() == ReplyClassifiers.Kind.ONNX ? 0 : 1);
        return new ScoringPart(loaded, app);
    }

    ReadinessCheck check() {
        return ReadinessCheck.of("scoring", app::isRunning);
    }

    @Override
    public void close() {
        app.close();
        loaded.classifier().close();
    }
}
