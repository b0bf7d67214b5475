package io.salesbrain.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a JVM of its own, because a native library cannot be unloaded again. */
class FallbackTest {
    @Test
    void keywordsStandInWhereTheNativeLibraryCannotBeLoaded(@TempDir Path empty)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        // The library is unpacked into the temporary folder before it is loaded; this one does not
                        // exist.
                        "-Djava.io.tmpdir=" + empty.resolve("missing"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FallbackTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed)
                .contains("KEYWORDS")
                .contains("Replies are judged by keywords only, because ONNX Runtime cannot be loaded:")
                .contains("category           not_interested");
    }

    /** What the child JVM does. */
    public static void main(String[] args) {
        ReplyClassifiers.Loaded loaded = ReplyClassifiers.load();
        System.out.println(loaded.kind() + " " + loaded.reason());
        System.out.println(ModelCommands.classify("Not interested, thanks.", ReplyClassifierContract.RECEIVED));
    }
}
