package io.salesbrain.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.salesbrain.ingest.instantly.FieldsFuzz;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every input the fuzzer was given or ever stumbled over, once more; {@code ./salesbrain fuzz} looks for new ones and
 * puts them beside these.
 */
class FuzzCorpusTest {
    private interface Target {
        void run(byte[] input) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> theDecoderTakesAllItHasSeen() {
        return Stream.of("/fuzz/DecoderFuzz", "/shapes")
                .flatMap(folder -> tests(folder, DecoderFuzz::fuzzerTestOneInput));
    }

    @TestFactory
    Stream<DynamicTest> theUnpackerTakesAllItHasSeen() {
        return tests("/fuzz/GzipFuzz", GzipFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> theFieldsTakeAllTheyHaveSeen() {
        return tests("/fuzz/FieldsFuzz", FieldsFuzz::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> tests(String folder, Target target) {
        var files = files(folder);
        assertThat(files).as(folder).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThatCode(() -> target.run(Files.readAllBytes(file)))
                                .doesNotThrowAnyException()));
    }

    private static List<Path> files(String folder) {
        try {
            var uri = Objects.requireNonNull(FuzzCorpusTest.class.getResource(folder), folder)
                    .toURI();
            try (var files = Files.list(Path.of(uri))) {
                return files.sorted().toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the inputs in " + folder + " are not readable", e);
        }
    }
}
