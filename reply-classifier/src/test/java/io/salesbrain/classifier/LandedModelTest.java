package io.salesbrain.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.salesbrain.classifier.model.Sha256;
import io.salesbrain.classifier.train.Corpus;
import io.salesbrain.classifier.train.CorpusLine;
import io.salesbrain.classifier.train.Evaluation;
import io.salesbrain.classifier.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandedModelTest {
    private static final Path CORPUS = Path.of("corpus");

    @Test
    void isWhatItsCorpusGives() throws IOException {
        List<CorpusLine> lines = Corpus.folder(CORPUS.resolve("train"));
        assumeFalse(lines.isEmpty(), "there is no corpus to train from");
        Trainer.Trained trained = Trainer.train(lines);
        assertThat(Sha256.of(trained.onnx()))
                .as("the landed model; after a change of corpus or features run './salesbrain model train'")
                .isEqualTo(Sha256.of(ReplyClassifiers.landedModel()));
        assertThat(Files.readString(Path.of("MODEL.md")))
                .contains(trained.card().version())
                .contains(trained.card().corpusSha256());
    }

    @Test
    void isLoadedAsOnnx() {
        ReplyClassifiers.Loaded loaded = ReplyClassifiers.load();
        try (ReplyClassifier classifier = loaded.classifier()) {
            assertThat(loaded.kind()).isEqualTo(ReplyClassifiers.Kind.ONNX);
            assertThat(loaded.reason()).contains(classifier.modelVersion());
            assertThat(classifier.thresholds().unsubscribeHold())
                    .isLessThan(classifier.thresholds().unsubscribeSuppress());
        }
    }

    /** A floor against accidents, far below what MODEL.md states. */
    @Test
    void readsTestLinesBetterThanKeywords() {
        List<CorpusLine> lines = Corpus.folder(CORPUS.resolve("test")).stream()
                .filter(line -> line.lang().equals("en") || line.lang().equals("de"))
                .toList();
        assumeFalse(lines.isEmpty(), "there are no test lines");
        try (ReplyClassifier model = ReplyClassifiers.load().classifier();
                ReplyClassifier keywords = new KeywordReplyClassifier()) {
            Evaluation byModel = ModelCommands.evaluation(model, lines);
            Evaluation byKeywords = ModelCommands.evaluation(keywords, lines);
            assertThat(byModel.macroF1()).isGreaterThan(byKeywords.macroF1() + 0.1);
            assertThat(byModel.accuracyNotAbstained()).isGreaterThan(byModel.accuracy());
        }
    }
}
