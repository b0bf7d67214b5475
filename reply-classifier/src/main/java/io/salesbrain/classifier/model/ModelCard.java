package io.salesbrain.classifier.model;

import io.salesbrain.classifier.Thresholds;
import io.salesbrain.classifier.features.Features;
import java.util.Map;
import java.util.TreeMap;

/** What a model says about itself, carried inside the ONNX file. */
public record ModelCard(
        String version,
        String featureVersion,
        double temperature,
        String corpusSha256,
        String goldenSha256,
        Thresholds thresholds) {
    /** The entries of the file's metadata, sorted so that the same model is the same bytes. */
    public Map<String, String> entries() {
        Map<String, String> entries = new TreeMap<>();
        entries.put("model_version", version);
        entries.put("labels", Labels.joined());
        entries.put("feature_version", featureVersion);
        entries.put("temperature", Double.toString(temperature));
        entries.put("corpus_sha256", corpusSha256);
        entries.put("golden_sha256", goldenSha256);
        entries.put("abstain_below", Double.toString(thresholds.abstainBelow()));
        entries.put("unsubscribe_hold", Double.toString(thresholds.unsubscribeHold()));
        entries.put("unsubscribe_suppress", Double.toString(thresholds.unsubscribeSuppress()));
        return entries;
    }

    /** Reads the entries and refuses a model whose labels or features are not those of this program. */
    public static ModelCard of(Map<String, String> entries) {
        ModelCard card = new ModelCard(
                entry(entries, "model_version"),
                entry(entries, "feature_version"),
                number(entries, "temperature"),
                entry(entries, "corpus_sha256"),
                entry(entries, "golden_sha256"),
                new Thresholds(
                        number(entries, "abstain_below"),
                        number(entries, "unsubscribe_hold"),
                        number(entries, "unsubscribe_suppress")));
        require("labels", Labels.joined(), entry(entries, "labels"));
        require("feature_version", Features.VERSION, card.featureVersion());
        require("golden_sha256", Golden.sha256(), card.goldenSha256());
        return card;
    }

    private static void require(String name, String expected, String found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("The reply model does not fit this program: its " + name + " is " + found
                    + ", expected " + expected + ". Train it again with 'model train'.");
        }
    }

    private static String entry(Map<String, String> entries, String name) {
        String value = entries.get(name);
        if (value == null) {
            throw new IllegalStateException("The reply model's metadata lacks " + name + ".");
        }
        return value;
    }

    private static double number(Map<String, String> entries, String name) {
        try {
            return Double.parseDouble(entry(entries, name));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("The reply model's metadata has no number in " + name + ".", e);
        }
    }
}
