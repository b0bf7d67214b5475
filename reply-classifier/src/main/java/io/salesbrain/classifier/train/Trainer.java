package io.salesbrain.classifier.train;

import io.salesbrain.classifier.Thresholds;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.model.Golden;
import io.salesbrain.classifier.model.Labels;
import io.salesbrain.classifier.model.LinearModel;
import io.salesbrain.classifier.model.ModelCard;
import io.salesbrain.classifier.model.OnnxModelWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From labelled lines to a calibrated model. The order of the lines given does not matter. */
public final class Trainer {
    private static final double UNSUBSCRIBE_HOLD = 0.1;
    private static final double UNSUBSCRIBE_SUPPRESS = 0.6;
    private static final int FEWEST_LINES = 50;

    /** A trained model, and how it judged each line while that line was kept from it. */
    public record Trained(LinearModel model, ModelCard card, Evaluation outOfFold) {
        /** The ONNX file. */
        public byte[] onnx() {
            return OnnxModelWriter.write(model, card);
        }
    }

    private Trainer() {}

    /** Trains on every line and calibrates on five folds. */
    public static Trained train(List<CorpusLine> corpus) {
        List<CorpusLine> lines =
                corpus.stream().sorted(Comparator.comparing(CorpusLine::id)).toList();
        if (lines.size() < FEWEST_LINES) {
            throw new IllegalArgumentException(
                    "The corpus has " + lines.size() + " lines; training needs " + FEWEST_LINES + ".");
        }
        List<Example> examples = lines.stream().map(Example::of).toList();
        List<Calibration.Unseen> unseen = outOfFold(lines, examples);
        double temperature = Calibration.temperature(unseen);
        Thresholds thresholds =
                new Thresholds(Calibration.abstainBelow(unseen, temperature), UNSUBSCRIBE_HOLD, UNSUBSCRIBE_SUPPRESS);
        String hash = Corpus.sha256(lines);
        ModelCard card = new ModelCard(
                "linear-" + Features.VERSION + "-" + hash.substring(0, 10),
                Features.VERSION,
                temperature,
                hash,
                Golden.sha256(),
                thresholds);
        return new Trained(
                LogisticRegression.train(examples),
                card,
                evaluation(lines, unseen, temperature, thresholds.abstainBelow()));
    }

    private static List<Calibration.Unseen> outOfFold(List<CorpusLine> lines, List<Example> examples) {
        int[] folds = Folds.of(lines);
        Calibration.Unseen[] unseen = new Calibration.Unseen[examples.size()];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            List<Example> seen = new ArrayList<>();
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] != fold) {
                    seen.add(examples.get(i));
                }
            }
            LinearModel model = LogisticRegression.train(seen);
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == fold) {
                    Example example = examples.get(i);
                    unseen[i] = new Calibration.Unseen(model.logits(example.features()), example.label());
                }
            }
        }
        return List.of(unseen);
    }

    private static Evaluation evaluation(
            List<CorpusLine> lines, List<Calibration.Unseen> unseen, double temperature, double abstainBelow) {
        Evaluation evaluation = new Evaluation();
        for (int i = 0; i < lines.size(); i++) {
            double[] probabilities = LinearModel.softmax(unseen.get(i).logits(), temperature);
            int best = Calibration.best(probabilities);
            evaluation.add(
                    lines.get(i).lang(),
                    lines.get(i).category(),
                    Labels.category(best),
                    probabilities[best],
                    probabilities[best] < abstainBelow);
        }
        return evaluation;
    }
}
