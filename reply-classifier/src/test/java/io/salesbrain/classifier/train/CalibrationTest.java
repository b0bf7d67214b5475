package io.salesbrain.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.classifier.model.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final long SEED = 7;

    @Test
    void findsTheTemperatureThatMadeTheLabels() {
        Random random = new Random(SEED);
        List<Calibration.Unseen> unseen = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            float[] logits = new float[LinearModel.CATEGORIES];
            for (int c = 0; c < logits.length; c++) {
                logits[c] = (float) random.nextGaussian() * 4;
            }
            unseen.add(new Calibration.Unseen(logits, drawn(LinearModel.softmax(logits, 2.5), random)));
        }
        assertThat(Calibration.temperature(unseen)).as("seed %d", SEED).isCloseTo(2.5, within(0.15));
    }

    @Test
    void abstainsUntilTheRestIsRight() {
        List<Calibration.Unseen> unseen = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            unseen.add(new Calibration.Unseen(logits(6), 0));
            unseen.add(new Calibration.Unseen(logits(2), i % 2));
        }
        double threshold = Calibration.abstainBelow(unseen, 1);
        assertThat(threshold).isBetween(LinearModel.softmax(logits(2), 1)[0], LinearModel.softmax(logits(6), 1)[0]);
        assertThat(Calibration.abstainBelow(unseen.subList(0, 1), 1)).isLessThan(1);
    }

    private static float[] logits(float first) {
        float[] logits = new float[LinearModel.CATEGORIES];
        logits[0] = first;
        return logits;
    }

    private static int drawn(double[] probabilities, Random random) {
        double rest = random.nextDouble();
        for (int c = 0; c < probabilities.length; c++) {
            rest -= probabilities[c];
            if (rest < 0) {
                return c;
            }
        }
        return probabilities.length - 1;
    }
}
