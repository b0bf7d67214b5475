package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work says so in one sentence and ends with a status that scripts notice. */
class StartErrorsTest {
    @TempDir
    private Path folder;

    @Test
    void anOccupiedPort() throws Exception {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(occupied.getLocalPort());
            assertThat(sentence(1, Map.of(), "run", "--port", port, "--data", folder.toString()))
                    .contains("Port " + port)
                    .contains("--port");
        }
    }

    @Test
    void anUnwritableDataFolder() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        var port = Integer.toString(FreePort.find());
        assertThat(sentence(
                        1,
                        Map.of(),
                        "run",
                        "--port",
                        port,
                        "--data",
                        file.resolve("data").toString()))
                .contains("cannot be written")
                .contains("--data");
    }

    @Test
    void aMissingEngineLibrary() throws Exception {
        var port = Integer.toString(FreePort.find());
        var missing = folder.resolve("libchdb.so").toString();
        assertThat(sentence(
                        1,
                        Map.of("SALESBRAIN_ENGINE_LIBRARY", missing),
                        "run",
                        "--port",
                        port,
                        "--data",
                        folder.resolve("data").toString()))
                .contains(missing);
    }

    @Test
    void anUnknownSetting() throws Exception {
        assertThat(sentence(2, Map.of("SALESBRAIN_PROT", "8080"), "run")).contains("SALESBRAIN_PROT");
    }

    @Test
    void anInvalidSetting() throws Exception {
        assertThat(sentence(2, Map.of("SALESBRAIN_PORT", "eighty"), "run"))
                .contains("--port")
                .contains("eighty");
    }

    @Test
    void anUnknownCommand() throws Exception {
        assertThat(sentence(2, Map.of(), "runn")).contains("runn");
    }

    /** The sentence of a start that must fail with this status. */
    private static String sentence(int status, Map<String, String> environment, String... arguments) throws Exception {
        try (var process = RunningProcess.start(environment, arguments)) {
            assertThat(process.awaitExit()).as("%s", process.output()).isEqualTo(status);
            var sentences = process.output().stream()
                    .filter(line -> line.startsWith("salesbrain: "))
                    .toList();
            assertThat(sentences).as("%s", process.output()).hasSize(1);
            assertThat(process.output()).noneMatch(line -> line.startsWith("\tat "));
            return List.copyOf(sentences).getFirst();
        }
    }
}
