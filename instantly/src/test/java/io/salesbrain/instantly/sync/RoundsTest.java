package io.salesbrain.instantly.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.InstantlyRound;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes share the rounds over a real broker. */
class RoundsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration EVERY = Duration.ofSeconds(4);
    private static final int PARTITIONS = 6;
    private static final int ORGANIZATIONS = 6;

    @TempDir
    private Path folder;

    private final List<InstantlyRound> rounds = new CopyOnWriteArrayList<>();

    @Test
    void bothVisitEverybodyNobodyTwiceAndOneTakesOverFromTheOther() throws Exception {
        var simulator = SimulatorServer.start("127.0.0.1", 0, 11, Habits.PERFECT, 1, Crowd.NONE);
        try (var desk = new Desk(folder, simulator, PARTITIONS, EVERY);
                var feed = TopicFollower.fromStart(
                        desk.log,
                        Topics.INSTANTLY_ROUNDS,
                        (_, _, _, round) -> rounds.add(Objects.requireNonNull(round)))) {
            feed.awaitCaughtUp(PATIENCE);
            var organizations = connected(desk);
            try (var second = desk.start(EVERY)) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> by(Instant.EPOCH).size() == 2);
                var together = Instant.now();
                Awaitility.await().atMost(PATIENCE).until(() -> visited(together, 2, organizations));
                assertThat(by(together)).as("%s", rounds).hasSize(2);
                // By hand it works everywhere, whoever's turn it is.
                for (var organization : organizations) {
                    assertThat(manually(desk.app, organization)).containsKey("campaigns");
                    assertThat(manually(second, organization)).containsKey("campaigns");
                }
            }
            var alone = Instant.now();
            Awaitility.await().atMost(PATIENCE).until(() -> visited(alone, 1, organizations));
            assertThat(by(alone)).hasSize(1);
            nobodyTwice();
        }
    }

    /** Who visited somebody since then. */
    private Set<String> by(Instant since) {
        return rounds.stream()
                .filter(round -> round.startedAt().isAfter(since))
                .map(InstantlyRound::by)
                .collect(Collectors.toSet());
    }

    private static List<OrganizationId> connected(Desk desk) throws InterruptedException {
        var organizations = new ArrayList<OrganizationId>();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            var organization = desk.organization("company-" + i);
            desk.app.connector().connect(organization, "key-of-company-" + i, Optional.empty());
            organizations.add(organization);
        }
        return organizations;
    }

    /** A round of the process's own may be at it. */
    private static Map<String, Object> manually(InstantlyApp app, OrganizationId organization) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(SyncDesk.SyncRunning.class)
                .until(() -> app.desk().sync(organization), report -> !report.isEmpty());
    }

    private boolean visited(Instant since, int times, List<OrganizationId> organizations) {
        var counts = rounds.stream()
                .filter(round -> round.startedAt().isAfter(since))
                .collect(Collectors.groupingBy(InstantlyRound::organizationId, Collectors.counting()));
        return organizations.stream().allMatch(organization -> counts.getOrDefault(organization, 0L) >= times);
    }

    /** Between two visits of an organization lies a pause, whoever made them. */
    private void nobodyTwice() {
        rounds.stream()
                .collect(Collectors.groupingBy(InstantlyRound::organizationId))
                .values()
                .forEach(visits -> {
                    for (int i = 1; i < visits.size(); i++) {
                        assertThat(visits.get(i).startedAt())
                                .as("%s", visits)
                                .isAfterOrEqualTo(visits.get(i - 1).at().plus(EVERY));
                    }
                });
    }
}
