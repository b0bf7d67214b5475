package io.salesbrain.classifier.model;

import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;

/**
 * One row of weights per bucket, one column per category, and a bias: what training finds and the ONNX file holds. The
 * weights are {@link #rounded}.
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinearModel(float[] weights, float[] bias) {
    public static final int CATEGORIES = Labels.COUNT;

    public LinearModel {
        if (weights.length != Features.BUCKETS * CATEGORIES || bias.length != CATEGORIES) {
            throw new IllegalArgumentException(
                    "the model has " + weights.length + " weights and " + bias.length + " biases");
        }
    }

    /** The nearest weight that fits the file, which keeps weights in 16 bits: twice the buckets in the same space. */
    public static float rounded(double weight) {
        return Float.float16ToFloat(Float.floatToFloat16((float) weight));
    }

    /** The same sum the ONNX graph computes; training and the parity test use this one. */
    public float[] logits(FeatureVector features) {
        float[] logits = new float[CATEGORIES];
        for (int i = 0; i < features.size(); i++) {
            int row = features.ids()[i] * CATEGORIES;
            float weight = features.weights()[i];
            for (int c = 0; c < CATEGORIES; c++) {
                logits[c] += weights[row + c] * weight;
            }
        }
        for (int c = 0; c < CATEGORIES; c++) {
            logits[c] += bias[c];
        }
        return logits;
    }

    /** Probabilities of logits divided by a temperature. */
    public static double[] softmax(float[] logits, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            probabilities[c] = StrictMath.exp((logits[c] - highest) / temperature);
            sum += probabilities[c];
        }
        for (int c = 0; c < logits.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }
}
