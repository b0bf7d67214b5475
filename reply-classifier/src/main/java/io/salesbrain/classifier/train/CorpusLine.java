package io.salesbrain.classifier.train;

import io.salesbrain.events.ReplyCategory;
import java.util.List;

/** One labelled reply. */
public record CorpusLine(
        String id, String lang, ReplyCategory category, String text, String author, String batch, List<String> tags) {
    public CorpusLine {
        tags = List.copyOf(tags);
    }
}
