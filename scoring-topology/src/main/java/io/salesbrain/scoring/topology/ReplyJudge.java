package io.salesbrain.scoring.topology;

import io.salesbrain.classifier.Classification;
import io.salesbrain.classifier.Reply;
import io.salesbrain.classifier.ReplyClassifier;
import io.salesbrain.events.Classified;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.scoring.lead.Judgement;
import io.salesbrain.scoring.lead.ThreadHint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;

/** Puts replies before the classifier. What was delivered as automatic is read, but the model has no say in it. */
final class ReplyJudge {
    private static final int SNIPPET_LENGTH = 200;
    private static final Set<String> SPOKEN = Set.of("de", "en");

    private final ReplyClassifier classifier;

    ReplyJudge(ReplyClassifier classifier) {
        this.classifier = classifier;
    }

    /** Empty for what is no reply. */
    Optional<Judged> judge(Event event) {
        ReplyContent content = event.reply();
        if (content == null) {
            return Optional.empty();
        }
        boolean automatic = event.type() == EventType.AUTO_REPLY_RECEIVED;
        var text = content.text().isEmpty() && content.html().isEmpty() ? content.snippet() : content.text();
        var reply = new Reply(content.subject(), text, content.html(), event.at(), automatic);
        var result = classifier.classify(reply);
        var opinion = automatic || result.abstained() ? null : result.category();
        var judgement = new Judgement(
                hash(result.visibleText()), opinion, result.returnDate().orElse(null), ThreadHint.of(event));
        return Optional.of(new Judged(
                judgement,
                automatic ? Optional.empty() : Optional.of(shown(result)),
                Optional.of(result.language()).filter(SPOKEN::contains)));
    }

    private static Classified shown(Classification result) {
        return new Classified(
                result.category(),
                result.probabilities(),
                result.language(),
                result.abstained(),
                result.modelVersion(),
                result.returnDate().orElse(null),
                snippet(result.visibleText()));
    }

    private static String snippet(String text) {
        var oneLine = text.strip().replaceAll("\\s+", " ");
        int end = oneLine.offsetByCodePoints(0, Math.min(SNIPPET_LENGTH, oneLine.codePointCount(0, oneLine.length())));
        return oneLine.substring(0, end);
    }

    private static long hash(String visibleText) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(visibleText.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
