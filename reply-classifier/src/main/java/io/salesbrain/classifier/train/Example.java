package io.salesbrain.classifier.train;

import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.model.Labels;
import io.salesbrain.classifier.text.VisibleText;

/** A corpus line as the learner sees it. */
record Example(FeatureVector features, int label, CorpusLine line) {
    static Example of(CorpusLine line) {
        return new Example(Features.of(VisibleText.ofBody(line.text())), Labels.column(line.category()), line);
    }
}
