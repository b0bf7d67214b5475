package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Receiver;
import io.salesbrain.simulator.delivery.Receiver.Received;
import io.salesbrain.simulator.delivery.Target;
import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.story.GroundTruth.Truth;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final World WORLD = World.generate(42, 3, 60);

    @Test
    void tellsThePastAtOnceAndThenThePresent() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Simulator simulator = Simulator.start(config(receiver.url()).withLiveEventsPerSecond(20))) {
            assertThat(simulator.awaitLive(Duration.ofSeconds(30))).isTrue();
            Instant liveSince = Instant.now();
            await().atMost(Duration.ofSeconds(6))
                    .until(() -> everyOrganizationHasAHotLead(receiver, liveSince.minusSeconds(1)));

            for (Received request : receiver.received()) {
                JsonNode body = json(request.body());
                Instant timestamp = Instant.parse(body.path("timestamp").asText());
                assertThat(timestamp).isBeforeOrEqualTo(request.at());
                assertThat(request.headers().get("Authorization"))
                        .containsExactly(
                                "Bearer secret-of-" + organization(body).id());
                assertThat(truth(simulator, body, timestamp)).isPresent();
            }
            DeliveryReport report = simulator.report();
            assertThat(report.delivered()).isGreaterThan(500);
            assertThat(report.failed()).isZero();
            assertThat(report.generated())
                    .isEqualTo(report.generatedByType().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    @Test
    void keepsTheTruthAboutReplies() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Simulator simulator = Simulator.start(config(receiver.url()))) {
            assertThat(simulator.awaitLive(Duration.ofSeconds(30))).isTrue();
            List<Truth> replies =
                    simulator.truth().matching(truth -> truth.category().isPresent());
            assertThat(replies).hasSizeGreaterThan(10);
            assertThat(replies)
                    .filteredOn(truth -> truth.category()
                            .filter(ReplyCategory.OUT_OF_OFFICE::equals)
                            .isPresent())
                    .isNotEmpty()
                    .allMatch(truth -> truth.backOn().isPresent());
        }
    }

    @Test
    void stopsPromptlyEvenWhenNobodyListens() throws InterruptedException {
        URI deaf;
        try (Receiver receiver = Receiver.accepting()) {
            deaf = receiver.url();
        }
        Simulator simulator = Simulator.start(config(deaf));
        await().atMost(Duration.ofSeconds(10)).until(() -> simulator.report().retried() > 0);
        Instant before = Instant.now();
        simulator.close();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(simulator.report().delivered()).isZero();
    }

    @Test
    void refusesTargetsOfOrganizationsThatDoNotExist() {
        Map<String, Target> targets = Map.of("nobody", new Target(URI.create("http://127.0.0.1:9/hook"), "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorConfig.of(WORLD, targets))
                .withMessage("The simulated world has no organization nobody.");
    }

    private static SimulatorConfig config(URI url) {
        Map<String, Target> targets = new HashMap<>();
        for (Organization organization : WORLD.organizations()) {
            targets.put(organization.id(), new Target(url, "secret-of-" + organization.id()));
        }
        return SimulatorConfig.of(WORLD, targets).withHabits(Habits.PERFECT);
    }

    private static boolean everyOrganizationHasAHotLead(Receiver receiver, Instant since) {
        return WORLD.organizations().stream()
                .allMatch(organization -> receiver.bodies().stream()
                        .map(SimulatorTest::json)
                        .filter(body ->
                                Instant.parse(body.path("timestamp").asText()).isAfter(since))
                        .filter(body -> organization(body).equals(organization))
                        .anyMatch(body -> body.path("event_type").asText().equals("reply_received")));
    }

    private static Organization organization(JsonNode body) {
        return WORLD.organizations().stream()
                .filter(one -> one.workspaceId()
                        .toString()
                        .equals(body.path("workspace").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Truth> truth(Simulator simulator, JsonNode body, Instant timestamp) {
        return simulator
                .truth()
                .find(
                        UUID.fromString(body.path("workspace").asText()),
                        body.path("event_type").asText(),
                        body.path("lead_email").asText(),
                        timestamp);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The receiver got no JSON: " + body, e);
        }
    }
}
