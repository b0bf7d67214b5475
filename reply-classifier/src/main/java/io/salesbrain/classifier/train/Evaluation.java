package io.salesbrain.classifier.train;

import io.salesbrain.events.ReplyCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts how often a classifier was right, where it erred, and whether it knew. */
public final class Evaluation {
    private static final int CONFIDENCE_BINS = 10;

    /** Precision, recall and F1 of one category; 0 where nothing was predicted or expected. */
    public record Score(double precision, double recall, double f1, int support) {}

    private record Answer(
            String lang, ReplyCategory expected, ReplyCategory predicted, double confidence, boolean abstained) {
        boolean right() {
            return expected == predicted;
        }
    }

    private final List<Answer> answers = new ArrayList<>();

    public void add(
            String lang, ReplyCategory expected, ReplyCategory predicted, double confidence, boolean abstained) {
        answers.add(new Answer(lang, expected, predicted, confidence, abstained));
    }

    /** The same figures for each language on its own. */
    public Map<String, Evaluation> byLanguage() {
        Map<String, Evaluation> byLanguage = new TreeMap<>();
        for (Answer answer : answers) {
            byLanguage
                    .computeIfAbsent(answer.lang(), _ -> new Evaluation())
                    .answers
                    .add(answer);
        }
        return byLanguage;
    }

    /** The figures for the lines whose language passes. */
    public Evaluation only(Predicate<String> language) {
        Evaluation part = new Evaluation();
        answers.stream().filter(a -> language.test(a.lang())).forEach(part.answers::add);
        return part;
    }

    public int size() {
        return answers.size();
    }

    public double accuracy() {
        return share(answers.stream().filter(Answer::right).count(), answers.size());
    }

    /** The mean F1 of the categories that occur. */
    public double macroF1() {
        return perCategory().values().stream()
                .filter(score -> score.support() > 0)
                .mapToDouble(Score::f1)
                .average()
                .orElse(0);
    }

    public Map<ReplyCategory, Score> perCategory() {
        Map<ReplyCategory, Score> scores = new EnumMap<>(ReplyCategory.class);
        for (ReplyCategory category : ReplyCategory.values()) {
            long expected =
                    answers.stream().filter(a -> a.expected() == category).count();
            long predicted =
                    answers.stream().filter(a -> a.predicted() == category).count();
            long right = confusion(category, category);
            double precision = share(right, predicted);
            double recall = share(right, expected);
            double f1 = share(2 * right, expected + predicted);
            scores.put(category, new Score(precision, recall, f1, (int) expected));
        }
        return Collections.unmodifiableMap(scores);
    }

    /** How many lines of one category were taken for the other. */
    public long confusion(ReplyCategory expected, ReplyCategory predicted) {
        return answers.stream()
                .filter(a -> a.expected() == expected && a.predicted() == predicted)
                .count();
    }

    /** Expected calibration error: the mean gap between stated confidence and accuracy over ten bins. */
    public double ece() {
        double[] confidence = new double[CONFIDENCE_BINS];
        int[] right = new int[CONFIDENCE_BINS];
        for (Answer answer : answers) {
            int bin = Math.min(CONFIDENCE_BINS - 1, (int) (answer.confidence() * CONFIDENCE_BINS));
            confidence[bin] += answer.confidence();
            right[bin] += answer.right() ? 1 : 0;
        }
        double gap = 0;
        for (int bin = 0; bin < CONFIDENCE_BINS; bin++) {
            gap += Math.abs(confidence[bin] - right[bin]);
        }
        return answers.isEmpty() ? 0 : gap / answers.size();
    }

    /** The share that is left to a person. */
    public double abstained() {
        return share(answers.stream().filter(Answer::abstained).count(), answers.size());
    }

    public double accuracyNotAbstained() {
        List<Answer> kept = answers.stream().filter(a -> !a.abstained()).toList();
        return share(kept.stream().filter(Answer::right).count(), kept.size());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
