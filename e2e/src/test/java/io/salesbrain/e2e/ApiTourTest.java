package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through the API in the docs works as it stands: its lines are run, in order, in one shell. */
class ApiTourTest {
    private static final Path TOUR = Path.of(System.getProperty("salesbrain.home", ".."), "docs", "api-tour.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final int PATIENCE_S = 180;

    @TempDir
    private Path data;

    @Test
    void everyLineWorks() throws Exception {
        var blocks = BLOCK.matcher(Files.readString(TOUR)).results().toList();
        assertThat(blocks)
                .hasSizeGreaterThan(5)
                .allMatch(block -> block.group(1).equals("sh"));
        // The first line that fails ends it, also within a pipe, and is shown.
        var script = blocks.stream()
                .map(block -> block.group(2))
                .collect(Collectors.joining("\n", "set -euxo pipefail\n", ""));
        try (var run = Installation.start(data)) {
            var builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
            builder.environment().put("BASE", "http://127.0.0.1:" + run.port());
            builder.environment().put("ADMIN_KEY", Installation.ADMIN_KEY);
            var output = data.resolve("tour.txt");
            var shell = builder.redirectOutput(output.toFile()).start();
            try {
                assertThat(shell.waitFor(PATIENCE_S, TimeUnit.SECONDS))
                        .as("the tour ends in time")
                        .isTrue();
                assertThat(shell.exitValue())
                        .as(Files.readString(output, StandardCharsets.UTF_8))
                        .isZero();
            } finally {
                shell.destroyForcibly();
            }
        }
    }
}
