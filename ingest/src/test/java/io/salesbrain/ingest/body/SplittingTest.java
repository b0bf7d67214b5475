package io.salesbrain.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.salesbrain.events.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random bodies, whole and damaged, in random pieces: what is found is what a JSON library finds. */
class SplittingTest {
    private static final int ROUNDS = 3_000;
    private static final Semaphore FILES = new Semaphore(4);

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @Test
    void anArrayIsSplitAsAJsonLibraryDoes() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var elements = values(random.nextInt(6));
            var text = blanks() + "[" + elements.stream().map(this::padded).collect(Collectors.joining(",")) + "]"
                    + blanks();
            var units = split(text);
            assertThat(units.stream().map(SplittingTest::text))
                    .as("seed %d, %s", seed, text)
                    .containsExactlyElementsOf(elements);
            assertThat(units.stream().map(Unit::index)).as("seed %d", seed).isSorted();
        }
    }

    @Test
    void aDamagedDocumentIsMalformedExactlyWhenAJsonLibrarySaysSo() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var text = damaged(random.nextBoolean() ? "[" + String.join(",", values(3)) + "]" : value(3));
            var expected = judged(text);
            try (var spool = spool(text)) {
                var kind = Document.of(spool).getClass().getSimpleName();
                assertThat(kind).as("seed %d, %s", seed, text).isEqualTo(expected);
            }
        }
    }

    @Test
    void linesAreFoundHoweverTheyArrive() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var lines = new ArrayList<String>();
            for (int i = random.nextInt(8); i > 0; i--) {
                lines.add(random.nextInt(4) == 0 ? "" : "line " + random.nextInt(100));
            }
            var text = lines.stream()
                            .map(line -> padded(line).replace('\n', ' '))
                            .collect(Collectors.joining(random.nextBoolean() ? "\r\n" : "\n"))
                    + (random.nextBoolean() ? "\n" : "");
            var found = new ArrayList<String>();
            var reader = new LineReader(inPieces(text));
            for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                assertThat(text(line.get())).isEqualTo(lines.get(line.get().index()));
                found.add(text(line.get()));
            }
            assertThat(found)
                    .as("seed %d", seed)
                    .isEqualTo(lines.stream().filter(line -> !line.isEmpty()).toList());
        }
    }

    @Test
    void aLongBodyLeavesNoFileBehind() throws IOException {
        var element = "\"" + "x".repeat(700_000) + "\"";
        try (var spool = spool("[" + element + "," + element + "]")) {
            assertThat(Document.of(spool)).isEqualTo(new Document.Many());
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(FILES.availablePermits()).isEqualTo(4);
        assertThat(Files.exists(folder)).isTrue();
    }

    private List<Unit> split(String text) throws IOException {
        try (var spool = spool(text)) {
            assertThat(Document.of(spool)).as("seed %d, %s", seed, text).isEqualTo(new Document.Many());
        }
        var units = new ArrayList<Unit>();
        var elements = Document.elements(inPieces(text));
        for (var element = elements.next(); element.isPresent(); element = elements.next()) {
            units.add(element.get());
        }
        return units;
    }

    private Spool spool(String text) throws IOException {
        return Spool.of(inPieces(text), folder, FILES);
    }

    /** By tokens, not as a tree: a number no BigDecimal can hold is well-formed all the same. */
    private static String judged(String text) throws IOException {
        try (var parser = Json.STRICT.createParser(text)) {
            var first = parser.nextToken();
            if (first == null) {
                return "Malformed";
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                return "Malformed";
            }
            return first == JsonToken.START_OBJECT ? "One" : first == JsonToken.START_ARRAY ? "Many" : "OtherJson";
        } catch (JsonProcessingException _) {
            return "Malformed";
        }
    }

    private List<String> values(int count) {
        var values = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            values.add(value(3));
        }
        return values;
    }

    private String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> string();
            case 1 -> Integer.toString(random.nextInt(-50, 50));
            case 2 -> random.nextInt() + ".5e-" + random.nextInt(9);
            case 3 -> List.of("true", "false", "null").get(random.nextInt(3));
            case 4 -> {
                var elements = new ArrayList<String>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    elements.add(padded(value(depth - 1)));
                }
                yield "[" + String.join(",", elements) + "]";
            }
            default -> {
                var members = new ArrayList<String>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    members.add(padded("\"" + (char) ('a' + random.nextInt(3)) + i + "\"") + ":" + value(depth - 1));
                }
                yield "{" + String.join(",", members) + "}";
            }
        };
    }

    private String string() {
        var parts = List.of(
                "a", "\\\"", "\\\\", "[", "]", "{", "}", ",", ":", "\\n", "\\u00e9", "\u00e9", "\ud83d\ude00", " ");
        var text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.append('"').toString();
    }

    private String damaged(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> text.substring(0, at);
            case 2 -> text.substring(0, at) + ",]}\"[{:x".charAt(random.nextInt(8)) + text.substring(at);
            default -> text.substring(0, at) + text.substring(at + 1);
        };
    }

    private String padded(String text) {
        return blanks() + text + blanks();
    }

    private String blanks() {
        return List.of("", "", " ", "\n", "\t\r ").get(random.nextInt(5));
    }

    private static String text(Unit unit) {
        return switch (unit) {
            case Unit.Whole whole -> whole.bytes().utf8().orElseThrow();
            case Unit.Read read -> read.bytes().utf8().orElseThrow();
            case Unit.TooLarge large -> throw new AssertionError("too large: " + large);
        };
    }

    /** A stream that gives one to three bytes at a time. */
    private InputStream inPieces(String text) {
        var whole = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new InputStream() {
            @Override
            public int read() {
                return whole.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return whole.read(target, offset, Math.min(length, 1 + random.nextInt(3)));
            }
        };
    }
}
