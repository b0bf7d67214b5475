package io.salesbrain.classifier.train;

import io.salesbrain.classifier.model.LinearModel;
import java.util.Comparator;
import java.util.List;

/** Fits the temperature and the abstention threshold on logits of texts that the model had not seen. */
final class Calibration {
    static final double WANTED_ACCURACY = 0.95;
    private static final double COLDEST = 0.2;
    private static final double HOTTEST = 8;
    private static final double GOLDEN_SECTION = 0.6180339887498949;

    /** Logits of an unseen text and its true label. */
    @SuppressWarnings("ArrayRecordComponent")
    record Unseen(float[] logits, int label) {}

    private Calibration() {}

    /** The temperature under which the true labels are likeliest, by golden-section search. */
    static double temperature(List<Unseen> unseen) {
        double low = StrictMath.log(COLDEST);
        double high = StrictMath.log(HOTTEST);
        double left = high - GOLDEN_SECTION * (high - low);
        double right = low + GOLDEN_SECTION * (high - low);
        double lossLeft = loss(unseen, StrictMath.exp(left));
        double lossRight = loss(unseen, StrictMath.exp(right));
        for (int i = 0; i < 40; i++) {
            if (lossLeft < lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - GOLDEN_SECTION * (high - low);
                lossLeft = loss(unseen, StrictMath.exp(left));
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + GOLDEN_SECTION * (high - low);
                lossRight = loss(unseen, StrictMath.exp(right));
            }
        }
        return (double) (float) StrictMath.exp((low + high) / 2);
    }

    private static double loss(List<Unseen> unseen, double temperature) {
        double loss = 0;
        for (Unseen text : unseen) {
            double likelihood = LinearModel.softmax(text.logits(), temperature)[text.label()];
            loss -= StrictMath.log(Math.max(likelihood, 1e-12));
        }
        return loss;
    }

    /** The lowest threshold from which on the kept answers are right as often as wanted, rounded up to a hundredth. */
    static double abstainBelow(List<Unseen> unseen, double temperature) {
        record Answer(double confidence, boolean right) {}
        List<Answer> answers = unseen.stream()
                .map(text -> {
                    double[] probabilities = LinearModel.softmax(text.logits(), temperature);
                    int best = best(probabilities);
                    return new Answer(probabilities[best], best == text.label());
                })
                .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
                .toList();
        double threshold = 1;
        int right = 0;
        for (int i = 0; i < answers.size(); i++) {
            right += answers.get(i).right() ? 1 : 0;
            if (right >= WANTED_ACCURACY * (i + 1)) {
                threshold = answers.get(i).confidence();
            }
        }
        return Math.min(1, Math.ceil(threshold * 100) / 100);
    }

    static int best(double[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        return best;
    }
}
