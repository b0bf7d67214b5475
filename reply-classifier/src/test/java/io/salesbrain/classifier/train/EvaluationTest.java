package io.salesbrain.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.ReplyCategory;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void figuresAreThoseOfAHandCount() {
        Evaluation evaluation = new Evaluation();
        evaluation.add("en", ReplyCategory.QUESTION, ReplyCategory.QUESTION, 0.9, false);
        evaluation.add("en", ReplyCategory.QUESTION, ReplyCategory.OTHER, 0.4, true);
        evaluation.add("de", ReplyCategory.OTHER, ReplyCategory.OTHER, 0.8, false);
        evaluation.add("de", ReplyCategory.OTHER, ReplyCategory.OTHER, 0.9, false);

        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.abstained()).isEqualTo(0.25);
        assertThat(evaluation.accuracyNotAbstained()).isEqualTo(1);
        Evaluation.Score question = evaluation.perCategory().get(ReplyCategory.QUESTION);
        assertThat(question).isEqualTo(new Evaluation.Score(1, 0.5, 2.0 / 3, 2));
        Evaluation.Score other = evaluation.perCategory().get(ReplyCategory.OTHER);
        assertThat(other).isEqualTo(new Evaluation.Score(2.0 / 3, 1, 0.8, 2));
        assertThat(evaluation.macroF1()).isCloseTo((2.0 / 3 + 0.8) / 2, within(1e-12));
        // Bins: 0.4 wrong; 0.8 right; two of 0.9 right.
        assertThat(evaluation.ece()).isCloseTo((0.4 + 0.2 + 0.2) / 4, within(1e-12));
        assertThat(evaluation.byLanguage().get("de"))
                .extracting(Evaluation::size)
                .isEqualTo(2);
    }

    @Test
    void nothingMeasuredIsZeroNotAnError() {
        Evaluation empty = new Evaluation();
        assertThat(empty.accuracy()).isZero();
        assertThat(empty.macroF1()).isZero();
        assertThat(empty.ece()).isZero();
    }
}
