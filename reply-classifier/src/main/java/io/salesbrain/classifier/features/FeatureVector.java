package io.salesbrain.classifier.features;

/** Bucket ids with their weights, sorted by group and id; the arrays belong to the reader, nobody changes them. */
@SuppressWarnings("ArrayRecordComponent")
public record FeatureVector(int[] ids, float[] weights) {
    public int size() {
        return ids.length;
    }
}
