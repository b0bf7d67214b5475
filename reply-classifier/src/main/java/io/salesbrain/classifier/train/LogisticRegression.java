package io.salesbrain.classifier.train;

import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.model.LinearModel;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression by AdaGrad. One thread, a fixed seed and StrictMath: the same examples give the same
 * weights, bit by bit, on every machine.
 */
final class LogisticRegression {
    static final int EPOCHS = 12;
    static final double LEARNING_RATE = 0.05;
    /** The share of the naive Bayes log-odds that training starts from. */
    static final double PRIOR = 0.1;

    static final double L2 = 2e-5;
    /** Keeps the first steps small while nothing is known about a weight. */
    private static final double EPSILON = 1e-6;

    private static final long SEED = 20_260_101L;
    private static final int CATEGORIES = LinearModel.CATEGORIES;

    /** Per bucket its weights, then the sums of their squared slopes: together they share a cache line. */
    private static final int ROW = 2 * CATEGORIES;

    private final float[] rows = new float[Features.BUCKETS * ROW];
    private final double[] bias = new double[CATEGORIES];
    private final double[] biasSquares = new double[CATEGORIES];
    private final double[] gradient = new double[CATEGORIES];

    private LogisticRegression(List<Example> examples) {
        double[] logOdds = NaiveBayes.logOdds(examples);
        for (int i = 0; i < logOdds.length; i++) {
            rows[i / CATEGORIES * ROW + i % CATEGORIES] = (float) (PRIOR * logOdds[i]);
        }
    }

    static LinearModel train(List<Example> examples) {
        LogisticRegression learner = new LogisticRegression(examples);
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                learner.learn(examples.get(i));
            }
        }
        return learner.model();
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private void learn(Example example) {
        FeatureVector features = example.features();
        predict(features);
        gradient[example.label()] -= 1;
        for (int i = 0; i < features.size(); i++) {
            int weight = features.ids()[i] * ROW;
            int square = weight + CATEGORIES;
            double value = features.weights()[i];
            for (int c = 0; c < CATEGORIES; c++) {
                double slope = gradient[c] * value + L2 * rows[weight + c];
                rows[square + c] += (float) (slope * slope);
                rows[weight + c] -= (float) (LEARNING_RATE * slope / Math.sqrt(rows[square + c] + EPSILON));
            }
        }
        for (int c = 0; c < CATEGORIES; c++) {
            biasSquares[c] += gradient[c] * gradient[c];
            bias[c] -= LEARNING_RATE * gradient[c] / Math.sqrt(biasSquares[c] + EPSILON);
        }
    }

    /** Leaves the probabilities in the gradient, where one subtraction makes them the gradient. */
    private void predict(FeatureVector features) {
        System.arraycopy(bias, 0, gradient, 0, CATEGORIES);
        for (int i = 0; i < features.size(); i++) {
            int row = features.ids()[i] * ROW;
            double value = features.weights()[i];
            for (int c = 0; c < CATEGORIES; c++) {
                gradient[c] += rows[row + c] * value;
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double logit : gradient) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (int c = 0; c < CATEGORIES; c++) {
            gradient[c] = StrictMath.exp(gradient[c] - highest);
            sum += gradient[c];
        }
        for (int c = 0; c < CATEGORIES; c++) {
            gradient[c] /= sum;
        }
    }

    private LinearModel model() {
        float[] rounded = new float[Features.BUCKETS * CATEGORIES];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = LinearModel.rounded(rows[i / CATEGORIES * ROW + i % CATEGORIES]);
        }
        float[] roundedBias = new float[CATEGORIES];
        for (int c = 0; c < CATEGORIES; c++) {
            roundedBias[c] = (float) bias[c];
        }
        return new LinearModel(rounded, roundedBias);
    }
}
