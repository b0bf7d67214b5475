package io.salesbrain.tenancy;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A broker with the directory's topics, and as many processes over it as a test wants; all share a clock. */
final class Installation implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String ADMIN_SECRET = "an invented admin key";

    final TestClock clock = new TestClock(Instant.parse("2026-03-04T05:06:07.089Z"));
    final LogConfig config;
    private final EmbeddedKafka kafka;

    Installation(Path folder) throws InterruptedException {
        kafka = EmbeddedKafka.start(folder, 0);
        config = new LogConfig(kafka.bootstrapServers(), 1, 1);
        TopicCreator.ensure(config, List.of(Topics.DIRECTORY, Topics.CREDENTIAL_USES));
    }

    /** Patient with a busy machine. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE);
    }

    Node node() throws InterruptedException {
        return new Node(this);
    }

    @Override
    public void close() {
        kafka.close();
    }

    /** What one process has: a directory with its writer, and the carrier of uses. */
    static final class Node implements AutoCloseable {
        private static final Duration LOOK_EVERY = Duration.ofMillis(10);

        final LogWriter log;
        final Directory directory;
        final DirectoryWriter writer;
        final CredentialUses uses;

        private Node(Installation in) throws InterruptedException {
            log = new LogWriter(in.config, "node");
            directory = Directory.start(in.config, AdminKey.of(ADMIN_SECRET), in.clock);
            writer = new DirectoryWriter(directory, log, in.clock);
            uses = CredentialUses.start(in.config, log, directory, in.clock, LOOK_EVERY);
            directory.awaitReady(PATIENCE);
            uses.awaitReady(PATIENCE);
        }

        boolean opens(String secret) {
            return directory.authenticate(secret).isPresent();
        }

        @Override
        public void close() {
            uses.close();
            directory.close();
            log.close();
        }
    }
}
