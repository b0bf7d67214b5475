package io.salesbrain.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share partitions over a real broker. */
class GroupMemberTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 6;
    private static final Topic<String, String> TOPIC =
            new Topic<>("shared", Serdes.String(), Serdes.String(), true, true, false, Optional.empty(), "For a test.");

    @TempDir
    private Path folder;

    private static Set<Integer> held(GroupMember member) {
        return IntStream.range(0, PARTITIONS).filter(member::holds).boxed().collect(Collectors.toSet());
    }

    @Test
    void aPartitionIsOneMembersAndTheNextOneWaitsUntilItIsGivenUp() throws InterruptedException {
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            var config = new LogConfig(kafka.bootstrapServers(), PARTITIONS, 1);
            TopicCreator.ensure(config, List.of(TOPIC));
            var stopping = new CountDownLatch(1);
            var stopped = new CountDownLatch(1);
            GroupMember.Handover slowly = taken -> {
                if (!taken.isEmpty()) {
                    stopping.countDown();
                    stopped.await();
                }
            };
            try (var writer = new LogWriter(config, "group-test");
                    var follower = TopicFollower.fromStart(config, TOPIC, (_, _, _, _) -> {});
                    var first = GroupMember.join(config, "group", TOPIC, List.of(follower), slowly)) {
                Awaitility.await().atMost(PATIENCE).until(() -> held(first).size() == PARTITIONS);
                for (var key : List.of("acme", "rival", "another")) {
                    assertThat(writer.appendAndWait(TOPIC, key, "x").partition())
                            .as("where records of %s lie", key)
                            .isEqualTo(first.partition(key));
                }
                try (var second = GroupMember.join(config, "group", TOPIC, List.of(follower), _ -> {})) {
                    stopping.await();
                    assertThat(held(first))
                            .as("nothing new begins on what is given up")
                            .hasSize(PARTITIONS / 2);
                    assertThat(held(second))
                            .as("not before the work has stopped")
                            .isEmpty();
                    stopped.countDown();
                    Awaitility.await().atMost(PATIENCE).until(() -> held(second).size() == PARTITIONS / 2);
                    assertThat(held(second)).doesNotContainAnyElementsOf(held(first));
                }
                Awaitility.await().atMost(PATIENCE).until(() -> held(first).size() == PARTITIONS);
            }
        }
    }
}
