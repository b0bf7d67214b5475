package io.salesbrain.classifier.train;

import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.model.LinearModel;
import java.util.List;

/**
 * Where training starts from: a fraction of each bucket's log-odds. A word that was seen only a few times then already
 * leans the right way, which small corpora reward.
 */
final class NaiveBayes {
    private static final double SMOOTHING = 0.5;
    private static final int CATEGORIES = LinearModel.CATEGORIES;

    private NaiveBayes() {}

    /** For each bucket and category the logarithm of how much likelier the bucket is in that category than outside. */
    static double[] logOdds(List<Example> examples) {
        double[] counts = new double[Features.BUCKETS * CATEGORIES];
        double[] texts = new double[CATEGORIES];
        for (Example example : examples) {
            FeatureVector features = example.features();
            for (int i = 0; i < features.size(); i++) {
                counts[features.ids()[i] * CATEGORIES + example.label()]++;
            }
            texts[example.label()]++;
        }
        for (int bucket = 0; bucket < Features.BUCKETS; bucket++) {
            toLogOdds(counts, bucket * CATEGORIES, texts, examples.size());
        }
        return counts;
    }

    private static void toLogOdds(double[] counts, int row, double[] texts, int allTexts) {
        double all = 0;
        for (int c = 0; c < CATEGORIES; c++) {
            all += counts[row + c];
        }
        for (int c = 0; c < CATEGORIES; c++) {
            double inside = (counts[row + c] + SMOOTHING) / (texts[c] + 2 * SMOOTHING);
            double outside = (all - counts[row + c] + SMOOTHING) / (allTexts - texts[c] + 2 * SMOOTHING);
            // A bucket that no text uses says nothing.
            counts[row + c] = all == 0 ? 0 : StrictMath.log(inside / outside);
        }
    }
}
