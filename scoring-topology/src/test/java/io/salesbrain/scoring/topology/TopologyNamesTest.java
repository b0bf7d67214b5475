package io.salesbrain.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.ScoreSettingsBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Names of operators, stores and topics are part of what lies on disk: a change is a migration and must be meant. */
class TopologyNamesTest {
    private final String description = new ScoringTopology(
                    Fixtures.CLASSIFIER, new ScoreSettingsBook(), MemoryLimits.DEFAULT, 4)
            .build(Fixtures.settings())
            .describe()
            .toString();

    @Test
    void nothingHasAGeneratedName() {
        assertThat(description).doesNotContainPattern("[A-Z]{4,}-[A-Z-]*\\d{10}");
    }

    @Test
    void theTopologyIsTheOneWrittenDown() throws IOException {
        // To accept a change that is meant: copy target/topology.txt over the one in src/test/resources.
        Files.writeString(Path.of("target", "topology.txt"), description);
        try (var golden = TopologyNamesTest.class.getResourceAsStream("topology.txt")) {
            assertThat(golden).as("src/test/resources/…/topology.txt").isNotNull();
            assertThat(description).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
