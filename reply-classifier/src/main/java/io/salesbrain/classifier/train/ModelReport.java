package io.salesbrain.classifier.train;

import io.salesbrain.classifier.model.Labels;
import io.salesbrain.classifier.model.ModelCard;
import io.salesbrain.events.ReplyCategory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes down what a model was trained on and how well it does, as text, JSON fields or Markdown. */
public final class ModelReport {
    private static final Set<String> READ_LANGUAGES = Set.of("en", "de");

    private ModelReport() {}

    /** The page that lands next to the model. */
    public static String markdown(
            Trainer.Trained trained, List<CorpusLine> lines, Optional<Evaluation> test, long onnxBytes) {
        ModelCard card = trained.card();
        StringBuilder out = new StringBuilder();
        out.append(
                "# The landed reply model\n\nWritten by `./salesbrain model train`; do not edit.\n\n| | |\n|---|---|\n");
        row(out, "version", card.version());
        row(
                out,
                "form",
                "multinomial logistic regression over hashed words and letters, ONNX opset 17, " + onnxBytes
                        + " bytes");
        row(out, "feature version", card.featureVersion());
        row(out, "corpus SHA-256", "`" + card.corpusSha256() + "`");
        row(out, "golden SHA-256", "`" + card.goldenSha256() + "`");
        row(out, "temperature", number(card.temperature()));
        row(out, "abstains below", number(card.thresholds().abstainBelow()));
        row(
                out,
                "holds a sequence at p(unsubscribe) of",
                number(card.thresholds().unsubscribeHold()));
        row(out, "suppresses at p(unsubscribe) of", number(card.thresholds().unsubscribeSuppress()));
        out.append("\n## Training lines\n\n");
        counts(out, lines);
        out.append("\n## Out of fold\n\nEach training line judged by a model that had seen nothing of its batch."
                + " The training lines hold many traps and contrast pairs on purpose, so ordinary mail is easier.\n\n");
        section(out, trained.outOfFold());
        test.ifPresent(evaluation -> test(out, evaluation));
        return out.toString();
    }

    /** The languages the model reads, and apart from them those that it should leave to a person. */
    private static void test(StringBuilder out, Evaluation evaluation) {
        out.append(
                "\n## Test lines\n\nWritten by others than the training lines, never used for training or tuning.\n\n");
        section(out, evaluation.only(READ_LANGUAGES::contains));
        Evaluation foreign = evaluation.only(lang -> !READ_LANGUAGES.contains(lang));
        if (foreign.size() > 0) {
            out.append("\n## Languages it has not learnt\n\n| language | lines | left to a person |\n|---|---|---|\n");
            foreign.byLanguage()
                    .forEach((lang, part) -> out.append("| ")
                            .append(lang)
                            .append(" | ")
                            .append(part.size())
                            .append(" | ")
                            .append(number(part.abstained()))
                            .append(" |\n"));
        }
    }

    private static void counts(StringBuilder out, List<CorpusLine> lines) {
        Map<String, int[]> byLanguage = new TreeMap<>();
        for (CorpusLine line : lines) {
            int[] counts = byLanguage.computeIfAbsent(line.lang(), _ -> new int[Labels.COUNT]);
            counts[Labels.column(line.category())]++;
        }
        out.append("| category |");
        byLanguage.keySet().forEach(lang -> out.append(' ').append(lang).append(" |"));
        out.append("\n|---|").append("---|".repeat(byLanguage.size())).append('\n');
        for (ReplyCategory category : ReplyCategory.values()) {
            out.append("| ").append(category.label()).append(" |");
            byLanguage
                    .values()
                    .forEach(c ->
                            out.append(' ').append(c[Labels.column(category)]).append(" |"));
            out.append('\n');
        }
    }

    private static void section(StringBuilder out, Evaluation evaluation) {
        out.append(
                "| | lines | accuracy | macro-F1 | ECE | abstained | accuracy of the rest |\n|---|---|---|---|---|---|---|\n");
        summary(out, "all", evaluation);
        evaluation.byLanguage().forEach((lang, part) -> summary(out, lang, part));
        evaluation.byLanguage().forEach((lang, part) -> {
            out.append("\n| ").append(lang).append(" | precision | recall | F1 | lines |\n|---|---|---|---|---|\n");
            part.perCategory()
                    .forEach((category, score) -> out.append("| ")
                            .append(category.label())
                            .append(" | ")
                            .append(number(score.precision()))
                            .append(" | ")
                            .append(number(score.recall()))
                            .append(" | ")
                            .append(number(score.f1()))
                            .append(" | ")
                            .append(score.support())
                            .append(" |\n"));
        });
    }

    private static void summary(StringBuilder out, String name, Evaluation e) {
        out.append("| ").append(name).append(" | ").append(e.size());
        for (double figure :
                new double[] {e.accuracy(), e.macroF1(), e.ece(), e.abstained(), e.accuracyNotAbstained()}) {
            out.append(" | ").append(number(figure));
        }
        out.append(" |\n");
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    /** The figures for a terminal. */
    public static String text(Evaluation evaluation) {
        StringBuilder out = new StringBuilder();
        line(out, "lines", Integer.toString(evaluation.size()));
        line(out, "accuracy", number(evaluation.accuracy()));
        line(out, "macro-F1", number(evaluation.macroF1()));
        line(out, "calibration error (ECE)", number(evaluation.ece()));
        line(out, "abstained", number(evaluation.abstained()));
        line(out, "accuracy where not abstained", number(evaluation.accuracyNotAbstained()));
        out.append(String.format(
                Locale.ROOT, "%n%-16s %9s %9s %9s %9s%n", "category", "precision", "recall", "f1", "support"));
        evaluation
                .perCategory()
                .forEach((category, score) -> out.append(String.format(
                        Locale.ROOT,
                        "%-16s %9s %9s %9s %9d%n",
                        category.label(),
                        number(score.precision()),
                        number(score.recall()),
                        number(score.f1()),
                        score.support())));
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(String.format(Locale.ROOT, "%-30s %s%n", name, value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
