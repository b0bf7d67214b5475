package io.salesbrain.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Path FIXTURE = Path.of("src/test/resources/fixture-corpus/train");
    private static final long SEED = 11;

    @Test
    void theSameCorpusInAnyOrderGivesTheSameBytes() {
        List<CorpusLine> lines = Corpus.folder(FIXTURE);
        List<CorpusLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(SEED));
        assertThat(Trainer.train(shuffled).onnx())
                .as("seed %d", SEED)
                .isEqualTo(Trainer.train(lines).onnx());
    }

    @Test
    void learnsWhatItIsShown() {
        List<CorpusLine> lines = Corpus.folder(FIXTURE);
        Trainer.Trained trained = Trainer.train(lines);
        long right = lines.stream()
                .map(Example::of)
                .filter(e -> best(trained.model().logits(e.features())) == e.label())
                .count();
        assertThat(right).isEqualTo(lines.size());
        assertThat(trained.outOfFold().size()).isEqualTo(lines.size());
    }

    @Test
    void refusesTooSmallACorpus() {
        assertThatThrownBy(() -> Trainer.train(Corpus.folder(FIXTURE).subList(0, 10)))
                .hasMessageContaining("The corpus has 10 lines");
    }

    @Test
    void noBatchIsSplit() {
        List<CorpusLine> lines = Corpus.folder(FIXTURE);
        int[] folds = Folds.of(lines);
        for (int i = 0; i < folds.length; i++) {
            for (int j = 0; j < i; j++) {
                if (lines.get(i).batch().equals(lines.get(j).batch())) {
                    assertThat(folds[i]).isEqualTo(folds[j]);
                }
            }
        }
        assertThat(folds).contains(0, 1, 2, 3, 4);
    }

    private static int best(float[] logits) {
        int best = 0;
        for (int c = 1; c < logits.length; c++) {
            if (logits[c] > logits[best]) {
                best = c;
            }
        }
        return best;
    }
}
