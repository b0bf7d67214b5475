package io.salesbrain.classifier;

/** Judges replies. Safe for use by many threads; never throws for what a reply contains. */
public interface ReplyClassifier extends AutoCloseable {
    Classification classify(Reply reply);

    Thresholds thresholds();

    String modelVersion();

    @Override
    void close();
}
