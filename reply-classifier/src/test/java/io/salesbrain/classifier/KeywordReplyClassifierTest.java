package io.salesbrain.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeywordReplyClassifierTest extends ReplyClassifierContract {
    @Override
    ReplyClassifier classifier() {
        return new KeywordReplyClassifier();
    }

    @Test
    void abstainsWithoutAKeyword() {
        Classification answer =
                new KeywordReplyClassifier().classify(Reply.ofText("We shall see about that.", RECEIVED));
        assertThat(answer.abstained()).isTrue();
    }
}
