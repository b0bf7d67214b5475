package io.salesbrain.classifier;

import io.salesbrain.classifier.features.FeatureVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Memory outside the heap that the model reads its inputs from without a copy; used by one call at a time. */
final class TensorBuffers {
    private static final int SMALLEST = 2_048;

    private LongBuffer ids = longs(SMALLEST);
    private FloatBuffer values = floats(SMALLEST);
    private int length;

    /** A text without features still needs one entry: padding with weight zero. */
    void fill(FeatureVector features) {
        length = Math.max(1, features.size());
        if (length > ids.capacity()) {
            int capacity = Integer.highestOneBit(length - 1) << 1;
            ids = longs(capacity);
            values = floats(capacity);
        }
        ids.clear().limit(length);
        values.clear().limit(length);
        ids.put(0, 0);
        values.put(0, 0);
        for (int i = 0; i < features.size(); i++) {
            ids.put(i, features.ids()[i]);
            values.put(i, features.weights()[i]);
        }
    }

    LongBuffer ids() {
        return ids;
    }

    FloatBuffer values() {
        return values;
    }

    long[] shape() {
        return new long[] {1, length};
    }

    private static LongBuffer longs(int capacity) {
        return ByteBuffer.allocateDirect(capacity * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    private static FloatBuffer floats(int capacity) {
        return ByteBuffer.allocateDirect(capacity * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
