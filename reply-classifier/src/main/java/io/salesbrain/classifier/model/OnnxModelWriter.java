package io.salesbrain.classifier.model;

import io.salesbrain.classifier.features.Features;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes the linear model as an ONNX file, field numbers as in onnx.proto. The graph is
 * {@code softmax((Σ weights[ids] · values + bias) / T)} over a batch of padded id lists.
 */
public final class OnnxModelWriter {
    public static final String IDS = "ids";
    public static final String VALUES = "values";
    public static final String LOGITS = "logits";
    public static final String PROBABILITIES = "probabilities";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;
    private static final int ATTRIBUTE_INT = 2;

    private OnnxModelWriter() {}

    /** The bytes of the file; the same model and card give the same bytes. */
    public static byte[] write(LinearModel model, ModelCard card) {
        Protobuf file = new Protobuf()
                .number(1, IR_VERSION)
                .text(2, "salesbrain")
                .text(3, card.version())
                .message(7, graph(model, card.temperature()))
                .message(8, new Protobuf().text(1, "").number(2, OPSET));
        card.entries()
                .forEach((key, value) ->
                        file.message(14, new Protobuf().text(1, key).text(2, value)));
        return file.toBytes();
    }

    private static Protobuf graph(LinearModel model, double temperature) {
        return new Protobuf()
                .message(1, node("Gather", "half_rows", "weights", IDS).message(5, integer("axis", 0)))
                .message(1, node("Cast", "rows", "half_rows").message(5, integer("to", FLOAT)))
                .message(1, node("Unsqueeze", "column", VALUES, "last_axis"))
                .message(1, node("Mul", "weighted", "rows", "column"))
                .message(1, node("ReduceSum", "sums", "weighted", "list_axis").message(5, integer("keepdims", 0)))
                .message(1, node("Add", LOGITS, "sums", "bias"))
                .message(1, node("Mul", "scaled", LOGITS, "inverse_temperature"))
                .message(1, node("Softmax", PROBABILITIES, "scaled").message(5, integer("axis", -1)))
                .text(2, "reply-categories")
                .message(5, halves("weights", model.weights(), Features.BUCKETS, LinearModel.CATEGORIES))
                .message(5, floats("bias", model.bias(), LinearModel.CATEGORIES))
                .message(5, floats("inverse_temperature", new float[] {(float) (1 / temperature)}, 1))
                .message(5, axis("last_axis", -1))
                .message(5, axis("list_axis", 1))
                .message(11, value(IDS, INT64, dimension("batch"), dimension("length")))
                .message(11, value(VALUES, FLOAT, dimension("batch"), dimension("length")))
                .message(12, value(LOGITS, FLOAT, dimension("batch"), dimension(LinearModel.CATEGORIES)))
                .message(12, value(PROBABILITIES, FLOAT, dimension("batch"), dimension(LinearModel.CATEGORIES)));
    }

    private static Protobuf node(String operator, String output, String... inputs) {
        Protobuf node = new Protobuf();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output + "_node").text(4, operator);
    }

    private static Protobuf integer(String name, int value) {
        return new Protobuf().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    private static Protobuf floats(String name, float[] values, int... dimensions) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, raw.array(), dimensions);
    }

    private static Protobuf halves(String name, float[] values, int... dimensions) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putShort(Float.floatToFloat16(value));
        }
        return tensor(name, FLOAT16, raw.array(), dimensions);
    }

    private static Protobuf tensor(String name, int type, byte[] raw, int... dimensions) {
        Protobuf tensor = new Protobuf();
        for (int dimension : dimensions) {
            tensor.number(1, dimension);
        }
        return tensor.number(2, type).text(8, name).bytes(9, raw);
    }

    private static Protobuf axis(String name, long axis) {
        ByteBuffer raw =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(axis);
        return tensor(name, INT64, raw.array(), 1);
    }

    private static Protobuf value(String name, int type, Protobuf... dimensions) {
        Protobuf shape = new Protobuf();
        for (Protobuf dimension : dimensions) {
            shape.message(1, dimension);
        }
        Protobuf tensor = new Protobuf().number(1, type).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    private static Protobuf dimension(String name) {
        return new Protobuf().text(2, name);
    }

    private static Protobuf dimension(int size) {
        return new Protobuf().number(1, size);
    }
}
