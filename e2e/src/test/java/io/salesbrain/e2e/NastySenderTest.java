package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.simulator.Simulator;
import io.salesbrain.simulator.SimulatorConfig;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Target;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.oddity.Soundness;
import io.salesbrain.simulator.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender with every bad habit: what was acknowledged is there once, what could not be used is set aside, and nothing else. */
class NastySenderTest {
    private static final long SEED = 20;
    private static final int ORGANIZATIONS = 2;
    private static final int LEADS = 80;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        try (var run = Installation.start(data)) {
            var api = run.api();
            var report = play(api, run.port());
            assertThat(report.generatedByOddity()).containsKeys(Oddity.BROKEN_BODY, Oddity.LACKING_FIELDS);
            assertThat(report.failed())
                    .as("only what is refused fails: %s", report)
                    .isEqualTo(report.fates(Soundness.BROKEN).failed()
                            + report.fates(Soundness.OVERSIZED).failed());
            assertThat(report.answers(Soundness.OVERSIZED).taken()).isZero();
            assertThat(report.answers(Soundness.BROKEN).taken()).isZero();
            assertThat(report.answers(Soundness.LACKING).refused()).isZero();

            var pipeline = awaitRest(api, report);
            var sound = report.answers(Soundness.SOUND);
            assertThat(pipeline.path("accepted").asLong())
                    .as("%s of %s", pipeline, report)
                    .isBetween(sound.taken(), sound.taken() + sound.unanswered());
            assertThat(pipeline.path("processed").asLong()
                            + pipeline.path("duplicates").asLong())
                    .isEqualTo(pipeline.path("accepted").asLong());
            assertThat(pipeline.path("stored")).isEqualTo(pipeline.path("processed"));
            assertThat(pipeline.path("quarantined").asLong())
                    .as("%s of %s", pipeline, report)
                    .isEqualTo(report.toBeQuarantined());
        }
    }

    /** Plays the history of a small world, and what is live when it ends; afterwards the report is final. */
    private static DeliveryReport play(Api api, int port) throws Exception {
        var webhook = URI.create("http://127.0.0.1:" + port + "/webhooks/instantly/webhook");
        var world = World.generate(SEED, ORGANIZATIONS, LEADS);
        Map<String, Target> targets = new LinkedHashMap<>();
        for (var organization : world.organizations()) {
            targets.put(
                    organization.id(),
                    new Target(webhook, api.createCustomer(organization.id()).webhookSecret()));
        }
        try (var simulator = Simulator.start(SimulatorConfig.of(world, targets).withHabits(Habits.NASTY))) {
            assertThat(simulator.awaitLive(PATIENCE)).isTrue();
            assertThat(simulator.finish(PATIENCE)).isTrue();
            var report = simulator.report();
            System.out.println("seed " + SEED + ": " + report);
            assertThat(report.underway()).isZero();
            assertThat(simulator.disabled()).isEmpty();
            return report;
        }
    }

    /** Until everything acknowledged is everywhere; an impatient sender's unanswered try may have arrived besides. */
    private static JsonNode awaitRest(Api api, DeliveryReport report) {
        var last = new JsonNode[1];
        Api.eventually(() -> {
            var pipeline = api.admin("/api/admin/pipeline").body();
            last[0] = pipeline;
            assertThat(pipeline.path("lag").asLong()).as("%s", pipeline).isZero();
            assertThat(pipeline.path("processed").asLong())
                    .as("%s of %s", pipeline, report)
                    .isBetween(report.acknowledged(), report.acknowledged() + report.unsure());
        });
        return last[0];
    }
}
