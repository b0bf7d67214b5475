package io.salesbrain.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesbrain.classifier.ReplyClassifiers.Loaded;
import io.salesbrain.classifier.train.Corpus;
import io.salesbrain.classifier.train.CorpusLine;
import io.salesbrain.classifier.train.Evaluation;
import io.salesbrain.classifier.train.ModelReport;
import io.salesbrain.classifier.train.Trainer;
import io.salesbrain.events.ReplyCategory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the command line does with the classifier: train it, measure it, ask it. */
public final class ModelCommands {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelCommands() {}

    /**
     * Trains on {@code corpus/train}, measures on {@code corpus/test} where that exists, and writes the model and its
     * page.
     */
    public static void train(Path corpus, Path onnx, Path page, PrintStream out) {
        List<CorpusLine> lines = Corpus.folder(corpus.resolve("train"));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "The corpus folder " + corpus + " has no train/*.jsonl with lines in it.");
        }
        out.println("Training on " + lines.size() + " lines …");
        Trainer.Trained trained = Trainer.train(lines);
        byte[] file = trained.onnx();
        List<CorpusLine> testLines = Corpus.folder(corpus.resolve("test"));
        Optional<Evaluation> test = testLines.isEmpty() ? Optional.empty() : Optional.of(measured(file, testLines));
        write(onnx, file);
        write(page, ModelReport.markdown(trained, lines, test, file.length).getBytes(StandardCharsets.UTF_8));
        out.println("Out of fold:");
        out.print(ModelReport.text(trained.outOfFold()));
        test.ifPresent(evaluation -> {
            out.println("Test:");
            out.print(ModelReport.text(evaluation));
        });
        out.println("Wrote " + onnx + " (model " + trained.card().version() + ") and " + page + ".");
    }

    private static Evaluation measured(byte[] model, List<CorpusLine> lines) {
        try (ReplyClassifier classifier = OnnxReplyClassifier.of(model)) {
            return evaluation(classifier, lines);
        }
    }

    /** Measures the landed model on lines of {@code {"text","category"}}. */
    public static Evaluation evaluate(Path jsonl, boolean json, PrintStream out) {
        List<CorpusLine> lines = Corpus.file(jsonl);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The file " + jsonl + " has no lines.");
        }
        Loaded loaded = ReplyClassifiers.load();
        try (ReplyClassifier classifier = loaded.classifier()) {
            Evaluation evaluation = evaluation(classifier, lines);
            if (json) {
                out.println(json(figures(evaluation, classifier.modelVersion())));
            } else {
                out.println(loaded.reason());
                out.print(ModelReport.text(evaluation));
            }
            return evaluation;
        }
    }

    static Evaluation evaluation(ReplyClassifier classifier, List<CorpusLine> lines) {
        Evaluation evaluation = new Evaluation();
        for (CorpusLine line : lines) {
            Classification answer = classifier.classify(Reply.ofText(line.text(), Instant.EPOCH));
            evaluation.add(
                    line.lang(),
                    line.category(),
                    answer.category(),
                    answer.probability(answer.category()),
                    answer.abstained());
        }
        return evaluation;
    }

    private static Map<String, Object> figures(Evaluation evaluation, String modelVersion) {
        Map<String, Object> perCategory = new LinkedHashMap<>();
        evaluation.perCategory().forEach((category, score) -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("precision", score.precision());
            figures.put("recall", score.recall());
            figures.put("f1", score.f1());
            figures.put("support", score.support());
            perCategory.put(category.label(), figures);
        });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("model_version", modelVersion);
        figures.put("lines", evaluation.size());
        figures.put("accuracy", evaluation.accuracy());
        figures.put("macro_f1", evaluation.macroF1());
        figures.put("per_category", perCategory);
        figures.put("ece", evaluation.ece());
        figures.put("abstained", evaluation.abstained());
        figures.put("accuracy_not_abstained", evaluation.accuracyNotAbstained());
        return figures;
    }

    /** What the landed model makes of one text, in lines for a terminal. */
    public static String classify(String text, Instant receivedAt) {
        Loaded loaded = ReplyClassifiers.load();
        try (ReplyClassifier classifier = loaded.classifier()) {
            Classification answer = classifier.classify(Reply.ofText(text, receivedAt));
            StringBuilder out = new StringBuilder();
            line(
                    out,
                    "category",
                    answer.category().label() + (answer.abstained() ? "  (abstained: a person decides)" : ""));
            line(out, "language", answer.language());
            answer.returnDate().ifPresent(date -> line(out, "return_date", date.toString()));
            line(out, "model_version", answer.modelVersion());
            answer.probabilities().entrySet().stream()
                    .sorted(Map.Entry.<ReplyCategory, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(e ->
                            line(out, "  " + e.getKey().label(), String.format(Locale.ROOT, "%.3f", e.getValue())));
            return out.toString();
        }
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(String.format(Locale.ROOT, "%-18s %s%n", name, value));
    }

    private static String json(Map<String, Object> figures) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
