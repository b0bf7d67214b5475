package io.salesbrain.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Finds the best classifier this machine can run. */
public final class ReplyClassifiers {
    static final String MODEL_RESOURCE = "reply-model.onnx";

    /** What kind of classifier runs. */
    public enum Kind {
        ONNX,
        KEYWORDS
    }

    /**
     * A classifier and its kind; the reason is one sentence, for the log and for the health page.
     */
    public record Loaded(ReplyClassifier classifier, Kind kind, String reason) {}

    private ReplyClassifiers() {}

    /**
     * The model that comes with this program, or keywords where its native library cannot be loaded. A model that is
     * damaged or does not fit is an error, not a reason for keywords.
     */
    public static Loaded load() {
        byte[] model = landedModel();
        try {
            OnnxReplyClassifier classifier = DeepStack.call(() -> OnnxReplyClassifier.of(model));
            return new Loaded(classifier, Kind.ONNX, "Replies are judged by model " + classifier.modelVersion() + ".");
        } catch (LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Loaded(
                    new KeywordReplyClassifier(),
                    Kind.KEYWORDS,
                    "Replies are judged by keywords only, because ONNX Runtime cannot be loaded: "
                            + cause.getMessage());
        }
    }

    static byte[] landedModel() {
        try (InputStream in = ReplyClassifiers.class.getResourceAsStream(MODEL_RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The reply model " + MODEL_RESOURCE + " is not in this program.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The reply model " + MODEL_RESOURCE + " cannot be read.", e);
        }
    }
}
