package io.salesbrain.scoring.topology;

import io.salesbrain.classifier.ReplyClassifier;
import io.salesbrain.classifier.ReplyClassifiers;
import io.salesbrain.scoring.ScoringApp;
import io.salesbrain.scoring.ScoringConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;

/** The real classifier and the real settings, for tests of the topology. */
final class Fixtures {
    static final ReplyClassifier CLASSIFIER = ReplyClassifiers.load().classifier();

    private Fixtures() {}

    /** Memory that looks like a disk, where there is some: these stores need not outlive anything. */
    private static final Path MEMORY = Path.of("/dev/shm");

    static StreamsConfig settings() {
        try {
            var folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "salesbrain-topology")
                    : Files.createTempDirectory("salesbrain-topology");
            folder.toFile().deleteOnExit();
            return new StreamsConfig(ScoringApp.properties(
                    new ScoringConfig("localhost:1", folder, 1, 4, 1, Duration.ofMillis(100), 0, null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
