package io.salesbrain.classifier;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.model.Labels;
import io.salesbrain.classifier.model.ModelCard;
import io.salesbrain.classifier.model.OnnxModelWriter;
import io.salesbrain.classifier.text.VisibleText;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Runs the ONNX model. One instance serves all threads of a JVM: a session computes on the calling thread, without
 * threads of its own, and each call borrows a buffer.
 */
public final class OnnxReplyClassifier implements ReplyClassifier {
    private static final int IDLE_BUFFERS_LIMIT = 16;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelCard card;
    private final BlockingQueue<TensorBuffers> idle = new ArrayBlockingQueue<>(IDLE_BUFFERS_LIMIT);

    private OnnxReplyClassifier(OrtEnvironment environment, OrtSession session, ModelCard card) {
        this.environment = environment;
        this.session = session;
        this.card = card;
    }

    /**
     * Loads a model from its bytes and checks that its labels, features and golden texts are those of this program.
     *
     * @throws LinkageError where the native library cannot be loaded
     */
    public static OnnxReplyClassifier of(byte[] model) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            // Every text has another length, so remembered memory layouts would only pile up.
            options.setMemoryPatternOptimization(false);
            OrtSession session = environment.createSession(model, options);
            try {
                ModelCard card = ModelCard.of(session.getMetadata().getCustomMetadata());
                return new OnnxReplyClassifier(environment, session, card);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The reply model cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Classification classify(Reply reply) {
        String visible = VisibleText.of(reply.subject(), reply.text(), reply.html());
        float[] output = run(Features.of(visible), OnnxModelWriter.PROBABILITIES);
        return Judgement.of(
                reply, visible, Labels.byCategory(output), card.thresholds().abstainBelow(), card.version());
    }

    /** The sums before temperature and softmax, for the parity check. */
    float[] logits(FeatureVector features) {
        return run(features, OnnxModelWriter.LOGITS);
    }

    private float[] run(FeatureVector features, String output) {
        TensorBuffers buffers = idle.poll();
        if (buffers == null) {
            buffers = new TensorBuffers();
        }
        buffers.fill(features);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, buffers.ids(), buffers.shape());
                OnnxTensor values = OnnxTensor.createTensor(environment, buffers.values(), buffers.shape());
                OrtSession.Result result =
                        session.run(Map.of(OnnxModelWriter.IDS, ids, OnnxModelWriter.VALUES, values), Set.of(output))) {
            float[][] rows = (float[][]) result.get(0).getValue();
            return rows[0];
        } catch (OrtException e) {
            throw new IllegalStateException("The reply model failed on " + features.size() + " features.", e);
        } finally {
            // A full pool lets the buffer go.
            boolean kept = idle.offer(buffers);
            assert kept || idle.remainingCapacity() == 0;
        }
    }

    @Override
    public Thresholds thresholds() {
        return card.thresholds();
    }

    @Override
    public String modelVersion() {
        return card.version();
    }

    ModelCard card() {
        return card;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The reply model cannot be closed.", e);
        }
    }
}
