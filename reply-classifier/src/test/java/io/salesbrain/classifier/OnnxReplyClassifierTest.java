package io.salesbrain.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.model.Golden;
import io.salesbrain.classifier.text.VisibleText;
import io.salesbrain.classifier.train.Corpus;
import io.salesbrain.classifier.train.CorpusLine;
import io.salesbrain.classifier.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnnxReplyClassifierTest extends ReplyClassifierContract {
    private static final Path FIXTURE = Path.of("src/test/resources/fixture-corpus/train");

    @Override
    ReplyClassifier classifier() {
        return OnnxReplyClassifier.of(ReplyClassifiers.landedModel());
    }

    @Test
    void computesWhatPlainJavaComputes() {
        Trainer.Trained trained = Trainer.train(Corpus.folder(FIXTURE));
        List<String> texts = Stream.concat(
                        Golden.texts().stream(),
                        Stream.concat(Corpus.folder(FIXTURE).stream(), Corpus.folder(Path.of("corpus/test")).stream())
                                .map(CorpusLine::text))
                .toList();
        try (OnnxReplyClassifier onnx = OnnxReplyClassifier.of(trained.onnx())) {
            assertThat(onnx.card()).isEqualTo(trained.card());
            for (String text : texts) {
                FeatureVector features = Features.of(VisibleText.ofBody(text));
                assertThat(onnx.logits(features))
                        .containsExactly(trained.model().logits(features), within(1e-5f));
            }
        }
    }

    @Test
    void refusesBytesThatAreNoModel() {
        assertThatThrownBy(() -> OnnxReplyClassifier.of(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The reply model cannot be read");
    }
}
