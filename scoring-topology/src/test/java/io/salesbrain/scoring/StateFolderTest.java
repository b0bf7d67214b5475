package io.salesbrain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path folder;

    private StateFolder state = new StateFolder(Path.of("."), "");

    @BeforeEach
    void someState() throws IOException {
        state = new StateFolder(folder, "app");
        Files.createDirectories(folder.resolve("app/0_1/rocksdb/histories"));
        Files.writeString(folder.resolve("app/0_1/rocksdb/histories/000001.sst"), "x");
        Files.writeString(folder.resolve("app/kafka-streams-process-metadata"), "{}");
    }

    @Test
    void whatWasLeftInOrderStaysOnce() {
        state.stoppedInOrder();
        state.prepare();
        assertThat(folder.resolve("app/0_1/rocksdb/histories/000001.sst")).exists();
        state.prepare();
        assertThat(folder.resolve("app/0_1"))
                .as("it started and did not stop in order")
                .doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftGoesButNotItsName() {
        state.prepare();
        assertThat(folder.resolve("app/0_1")).doesNotExist();
        assertThat(folder.resolve("app/kafka-streams-process-metadata")).exists();
    }

    @Test
    void thereMayBeNothingYet() {
        new StateFolder(folder.resolve("new"), "app").prepare();
        assertThat(folder.resolve("new")).doesNotExist();
    }
}
