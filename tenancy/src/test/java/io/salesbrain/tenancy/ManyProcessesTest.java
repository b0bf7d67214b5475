package io.salesbrain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.CredentialUse;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.TopicFollower;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two processes over one broker write at once, and lose nothing of each other's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyProcessesTest {
    private final Installation installation;
    private final Installation.Node left;
    private final Installation.Node right;

    ManyProcessesTest(@TempDir Path folder) throws InterruptedException {
        installation = new Installation(folder);
        left = installation.node();
        right = installation.node();
    }

    @AfterAll
    void close() {
        right.close();
        left.close();
        installation.close();
    }

    @Test
    void ofTwoThatCreateTheSameOrganizationAtOnceOneWinsEverywhere() throws Exception {
        for (int round = 0; round < 10; round++) {
            var id = new OrganizationId("raced-" + round);
            var won = inParallel(List.of(create(left, id, "Left"), create(right, id, "Right"))).stream()
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(won).as("who created %s", id).hasSize(1);
            var winner = won.getFirst();
            try (var restarted = installation.node()) {
                for (var node : List.of(left, right, restarted)) {
                    Installation.eventually()
                            .untilAsserted(() -> assertThat(node.directory.find(id))
                                    .map(OrganizationInfo::name)
                                    .contains(winner.name()));
                    Installation.eventually()
                            .until(() -> node.opens(winner.apiKey()) && node.opens(winner.webhookSecret()));
                    assertThat(node.directory.credentials(id)).hasSize(2);
                }
            }
        }
    }

    private static Callable<Optional<CreatedOrganization>> create(
            Installation.Node node, OrganizationId id, String name) {
        return () -> {
            try {
                return Optional.of(node.writer.createOrganization(id, name));
            } catch (AlreadyExists _) {
                return Optional.empty();
            }
        };
    }

    /** Adds, rotations and revocations of the same organization from both sides; then everything is accounted for. */
    @Test
    void changesFromBothSidesAllCount() throws Exception {
        long seed = System.nanoTime();
        var id = left.writer
                .createOrganization(new OrganizationId("both-sides"), "Both Sides")
                .organizationId();
        Installation.eventually().until(() -> right.directory.credentials(id).size() == 2);
        for (var scope : Scope.values()) {
            var changes = List.<Callable<Outcome>>of(
                    () -> change(left, id, scope, new Random(seed)),
                    () -> change(right, id, scope, new Random(seed + 1)));
            var outcomes = inParallel(changes);
            try (var restarted = installation.node()) {
                for (var node : List.of(left, right, restarted)) {
                    for (var outcome : outcomes) {
                        Installation.eventually()
                                .untilAsserted(() -> assertThat(outcome.open())
                                        .as("seed %s", seed)
                                        .allMatch(node::opens));
                        Installation.eventually()
                                .untilAsserted(() -> assertThat(outcome.closed())
                                        .as("seed %s", seed)
                                        .noneMatch(node::opens));
                    }
                }
            }
        }
    }

    private record Outcome(List<String> open, List<String> closed) {}

    private static Outcome change(Installation.Node node, OrganizationId id, Scope scope, Random random)
            throws InterruptedException {
        var open = new ArrayList<CreatedCredential>();
        var closed = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            int what = open.isEmpty() ? 0 : random.nextInt(open.size() > 7 ? 2 : 3);
            if (open.isEmpty() || what == 2) {
                open.add(node.writer.addCredential(id, scope, Grant.named("number " + i)));
                continue;
            }
            var old = open.remove(random.nextInt(open.size()));
            closed.add(old.secret());
            if (what == 0) {
                node.writer.revokeCredential(id, old.credential().credentialId());
            } else {
                open.add(node.writer
                        .rotateCredential(id, old.credential().credentialId(), Duration.ZERO)
                        .successor());
            }
        }
        return new Outcome(open.stream().map(CreatedCredential::secret).toList(), List.copyOf(closed));
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var started = new ArrayList<Future<T>>();
            for (var task : tasks) {
                started.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : started) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void usesReachTheOtherProcessAndAreWrittenSeldom() throws Exception {
        var id = new OrganizationId("used");
        var created = left.writer.createOrganization(id, "Used");
        var credentialId = left.directory.credentials(id).stream()
                .filter(info -> info.scope() == Scope.WEBHOOK)
                .map(CredentialInfo::credentialId)
                .findFirst()
                .orElseThrow();
        var written = new ConcurrentLinkedQueue<CredentialUse>();
        try (var follower = TopicFollower.fromStart(
                installation.config,
                Topics.CREDENTIAL_USES,
                (_, _, _, use) -> written.add(Objects.requireNonNull(use)))) {
            assertThat(lastUse(left, id)).isEmpty();
            var first = installation.clock.instant();
            for (int i = 0; i < 10_000; i++) {
                assertThat(left.opens(created.webhookSecret())).isTrue();
            }
            assertThat(lastUse(left, id)).contains(first);
            Installation.eventually().until(() -> lastUse(right, id).equals(Optional.of(first)));

            for (int second = 1; second < 60; second++) {
                installation.clock.advance(Duration.ofSeconds(1));
                assertThat(left.opens(created.webhookSecret())).isTrue();
            }
            var lastNoted = installation.clock.instant();
            assertThat(lastUse(left, id)).contains(lastNoted);
            installation.clock.advance(Duration.ofSeconds(1));
            Installation.eventually().until(() -> lastUse(right, id).equals(Optional.of(lastNoted)));

            var atTheEnd = installation.clock.instant();
            try (var third = installation.node()) {
                assertThat(third.opens(created.webhookSecret())).isTrue();
                assertThat(third.opens("sbw_of-nobody")).isFalse();
            }
            Installation.eventually().until(() -> lastUse(right, id).equals(Optional.of(atTheEnd)));
            Installation.eventually()
                    .untilAsserted(() -> assertThat(written)
                            .filteredOn(use -> use.credentialId().equals(credentialId))
                            .extracting(CredentialUse::usedAt)
                            .containsExactly(first, lastNoted, atTheEnd));
            assertThat(follower.isCaughtUp()).isTrue();
        }
    }

    private static Optional<Instant> lastUse(Installation.Node node, OrganizationId id) {
        return node.directory.credentials(id).stream()
                .flatMap(info -> info.lastUsedAt().stream())
                .findFirst();
    }
}
