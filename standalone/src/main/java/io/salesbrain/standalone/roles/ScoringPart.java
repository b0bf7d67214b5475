package io.salesbrain.standalone.roles;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.classifier.ReplyClassifiers;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.ReadinessCheck;
import io.salesbrain.scoring.Restoration;
import io.salesbrain.scoring.ScoringApp;
import io.salesbrain.scoring.ScoringConfig;
import io.salesbrain.scoring.watch.WatchBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scoring with its classifier, as one part of a process. */
final class ScoringPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringPart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final ReplyClassifiers.Loaded loaded;
    private final List<TopicFollower<?, ?>> settings;
    private final ScoringApp app;

    private ScoringPart(ReplyClassifiers.Loaded loaded, List<TopicFollower<?, ?>> settings, ScoringApp app) {
        this.loaded = loaded;
        this.settings = List.copyOf(settings);
        this.app = app;
    }

    /** The topics must exist; waits until what organizations have set is read. */
    static ScoringPart start(
            LogConfig log, Path stateFolder, int threads, int standbys, @Nullable String instanceId, Metrics metrics)
            throws InterruptedException {
        var loaded = ReplyClassifiers.load();
        switch (loaded.kind()) {
            case ONNX -> LOG.info(loaded.reason());
            case KEYWORDS -> LOG.warn(loaded.reason());
        }
        var book = new ScoreSettingsBook();
        var watching = new WatchBook();
        List<TopicFollower<?, ?>> settings = List.of(
                TopicFollower.fromStart(log, Topics.SCORE_SETTINGS, (_, _, key, scoring) -> book.accept(key, scoring)),
                TopicFollower.fromStart(
                        log, Topics.ALERT_SETTINGS, (_, _, key, alerting) -> watching.accept(key, alerting)),
                TopicFollower.fromStart(log, Topics.INSTANTLY_MIRROR, (_, _, key, seen) -> watching.accept(key, seen)));
        for (var follower : settings) {
            follower.awaitCaughtUp(PATIENCE);
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
                        instanceId),
                loaded.classifier(),
                book,
                watching);
        metrics.watch(app.streams());
        register(app.restoration(), metrics.registry());
        metrics.registry()
                .gauge(
                        "salesbrain_classifier_is_fallback",
                        loaded,
                        l -> l.kind() == ReplyClassifiers.Kind.ONNX ? 0 : 1);
        return new ScoringPart(loaded, settings, app);
    }

    ReadinessCheck check() {
        return new ReadinessCheck(
                "scoring",
                () -> app.isRunning()
                        ? new ReadinessCheck.State(true, 1)
                        // Nothing to restore means that it has not begun to.
                        : new ReadinessCheck.State(false, progressOf(app.restoration())));
    }

    private static double progressOf(Restoration restoration) {
        return restoration.isUnderWay() ? restoration.progress() : 0;
    }

    private static void register(Restoration restoration, MeterRegistry registry) {
        FunctionCounter.builder("salesbrain_scoring_restored_records", restoration, Restoration::restoredRecords)
                .description("Records of state refilled from the log")
                .register(registry);
        FunctionCounter.builder("salesbrain_scoring_restore_seconds", restoration, Restoration::tookSeconds)
                .description("Time that took, summed over stores")
                .register(registry);
        Gauge.builder("salesbrain_scoring_restore_progress", restoration, Restoration::progress)
                .description("Share of the state under way that is refilled; 1 when none is")
                .register(registry);
    }

    @Override
    public void close() {
        app.close();
        settings.forEach(TopicFollower::close);
        loaded.classifier().close();
    }
}
