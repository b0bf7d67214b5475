package io.salesbrain.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesbrain.events.ReplyCategory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {
    private static final Path FIXTURE = Path.of("src/test/resources/fixture-corpus");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void trainsIntoAFileThatClassifies() throws IOException {
        Path onnx = folder.resolve("new/model.onnx");
        Path page = folder.resolve("MODEL.md");
        ModelCommands.train(FIXTURE, onnx, page, out);
        assertThat(printed()).contains("Training on 80 lines", "Out of fold:", "Wrote " + onnx);
        try (OnnxReplyClassifier classifier = OnnxReplyClassifier.of(Files.readAllBytes(onnx))) {
            Classification answer = classifier.classify(Reply.ofText("Abmelden.", ReplyClassifierContract.RECEIVED));
            assertThat(answer.category()).isEqualTo(ReplyCategory.UNSUBSCRIBE);
            assertThat(Files.readString(page)).contains(classifier.modelVersion(), "| unsubscribe | 5 | 5 |");
        }
    }

    @Test
    void aFolderWithoutLinesIsNamed() {
        assertThatThrownBy(() -> ModelCommands.train(folder, folder.resolve("m"), folder.resolve("p"), out))
                .hasMessageContaining(folder.toString());
    }

    @Test
    void measuresAsJsonWithTheNamesOfTheContract() throws IOException {
        ModelCommands.evaluate(FIXTURE.resolve("train/en.jsonl"), true, out);
        JsonNode figures = new ObjectMapper().readTree(printed());
        for (String name : new String[] {"accuracy", "macro_f1", "ece", "abstained", "accuracy_not_abstained"}) {
            assertThat(figures.path(name).doubleValue()).as(name).isBetween(0.0, 1.0);
            assertThat(figures.path(name).isNumber()).as(name).isTrue();
        }
        assertThat(figures.path("per_category")
                        .path("out_of_office")
                        .path("support")
                        .intValue())
                .isEqualTo(5);
        assertThat(figures.path("per_category").path("other").fieldNames())
                .toIterable()
                .containsExactly("precision", "recall", "f1", "support");
    }

    @Test
    void measuresAsText() {
        ModelCommands.evaluate(FIXTURE.resolve("train/de.jsonl"), false, out);
        assertThat(printed()).contains("accuracy", "macro-F1", "calibration error", "abstained", "wrong_person");
    }

    @Test
    void answersOneText() {
        assertThat(ModelCommands.classify("Sounds good, can we talk on Tuesday?", ReplyClassifierContract.RECEIVED))
                .startsWith("category           meeting_request")
                .contains("language           en");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
