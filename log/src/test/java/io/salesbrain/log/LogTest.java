package io.salesbrain.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.serialization.Serdes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedKafka kafka;
    private final LogConfig config;
    private final LogWriter writer;

    LogTest(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(folder, 0);
        config = new LogConfig(kafka.bootstrapServers(), 3, 1);
        writer = new LogWriter(config, "log-test");
    }

    @AfterAll
    void close() {
        writer.close();
        kafka.close();
    }

    private static Topic<String, String> topic(String name, boolean scaled) {
        return new Topic<>(
                name, Serdes.String(), Serdes.String(), scaled, false, true, Optional.empty(), "For a test.");
    }

    private record Seen(String key, String value) {}

    private static TopicFollower.Handler<String, String> into(List<Seen> seen) {
        return (_, _, key, value) -> seen.add(new Seen(key, String.valueOf(value)));
    }

    @Test
    void aTopicThatComesLaterHasAsManyPartitionsAsThoseBefore() throws InterruptedException {
        var before = topic("before", true);
        var later = topic("later", true);
        TopicCreator.ensure(config, List.of(before));
        var other = new LogConfig(kafka.bootstrapServers(), 5, 1);
        assertThat(TopicCreator.ensure(other, List.of(before, later)).partitions())
                .isEqualTo(3);
        assertThat(writer.partitions(later)).isEqualTo(3);
    }

    @Test
    void createsTopicsOnceAndRightAwayWritable() throws InterruptedException {
        var scaled = topic("scaled", true);
        var single = topic("single", false);
        TopicCreator.ensure(config, List.of(scaled, single));
        TopicCreator.ensure(config, List.of(scaled, single));
        assertThat(writer.partitions(scaled)).isEqualTo(3);
        assertThat(writer.partitions(single)).isEqualTo(1);
        assertThat(writer.appendAndWait(single, "key", "value").offset()).isZero();
    }

    @Test
    void aFollowerReadsAllThereWasAndAllThatComes() throws InterruptedException {
        var topic = topic("followed", true);
        TopicCreator.ensure(config, List.of(topic));
        var appends = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 5_000; i++) {
            appends.add(writer.append(topic, "key" + i % 50, Integer.toString(i)));
        }
        appends.forEach(CompletableFuture::join);

        var seen = new CopyOnWriteArrayList<Seen>();
        try (var follower = TopicFollower.fromStart(config, topic, into(seen))) {
            follower.awaitCaughtUp(PATIENCE);
            assertThat(follower.progress()).isEqualTo(1.0);
            assertThat(seen).hasSize(5_000);
            for (int key = 0; key < 50; key++) {
                var name = "key" + key;
                assertThat(seen.stream().filter(one -> one.key().equals(name)).map(one -> Integer.valueOf(one.value())))
                        .isSorted();
            }
            var place = writer.appendAndWait(topic, "later", "record");
            follower.awaitOffset(place.partition(), place.offset(), PATIENCE);
            assertThat(seen).last().isEqualTo(new Seen("later", "record"));
        }
    }

    @Test
    void anEmptyTopicIsCaughtUpAtOnce() throws InterruptedException {
        var topic = topic("empty", true);
        TopicCreator.ensure(config, List.of(topic));
        try (var follower = TopicFollower.fromStart(config, topic, into(new CopyOnWriteArrayList<>()))) {
            follower.awaitCaughtUp(PATIENCE);
            assertThat(follower.isCaughtUp()).isTrue();
        }
    }

    @Test
    void aFollowerFromNowSkipsWhatWas() throws InterruptedException {
        var topic = topic("from-now", false);
        TopicCreator.ensure(config, List.of(topic));
        writer.appendAndWait(topic, "old", "old");
        var seen = new CopyOnWriteArrayList<Seen>();
        try (var _ = TopicFollower.fromNow(config, topic, into(seen))) {
            writer.appendAndWait(topic, "new", "new");
            Awaitility.await().atMost(PATIENCE).until(() -> !seen.isEmpty());
            assertThat(seen).containsExactly(new Seen("new", "new"));
        }
    }

    @Test
    void aFollowerWhoseHandlerFailsSaysSo() throws InterruptedException {
        var topic = topic("failing", false);
        TopicCreator.ensure(config, List.of(topic));
        writer.appendAndWait(topic, "key", "value");
        try (var follower = TopicFollower.fromStart(config, topic, (_, _, _, _) -> {
            throw new IllegalStateException("cannot read this");
        })) {
            assertThatThrownBy(() -> follower.awaitCaughtUp(PATIENCE))
                    .isInstanceOf(LogException.class)
                    .hasMessage("reading failing failed")
                    .hasRootCauseMessage("cannot read this");
            assertThat(follower.isCaughtUp()).isFalse();
        }
    }

    @Test
    void waitingForWhatNeverComesEnds() throws InterruptedException {
        var topic = topic("waiting", false);
        TopicCreator.ensure(config, List.of(topic));
        try (var follower = TopicFollower.fromStart(config, topic, into(new CopyOnWriteArrayList<>()))) {
            assertThatThrownBy(() -> follower.awaitOffset(0, 7, Duration.ofMillis(50)))
                    .isInstanceOf(LogException.class)
                    .hasMessageStartingWith("reading offset 7 of waiting took more than");
        }
    }

    @Test
    void aProbeSeesATopicThatAppears() throws InterruptedException {
        var topic = topic("appearing", true);
        try (var probe = new LogProbe(config, topic)) {
            assertThat(probe.isWritable()).isFalse();
            TopicCreator.ensure(config, List.of(topic));
            Awaitility.await().atMost(PATIENCE).until(probe::isWritable);
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new LogConfig("any", 0, 1)).hasMessage("partitions lies in 1..1024, not 0");
        assertThatThrownBy(() -> new LogConfig("any", 1, 10)).hasMessage("replication lies in 1..9, not 10");
    }
}
