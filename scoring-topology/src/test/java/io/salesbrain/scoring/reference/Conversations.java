package io.salesbrain.scoring.reference;

import io.salesbrain.events.Event;
import io.salesbrain.scoring.reference.Replies.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which replies are one conversation. The specification is silent; the product says: those of a campaign with the same
 * thread of Instantly's. A reply without one takes that of the latest reply at or before it with the same subject, else
 * of the earliest after it; where none has one, those with the same subject belong together.
 */
final class Conversations {
    private record Topic(String campaign, String thread, String subject) {}

    private static final Pattern THREAD = Pattern.compile("thread_search=thread:([^&\"]+)");
    private static final Pattern ANSWER = Pattern.compile("^(re|aw|fwd?|wg):\\s*");

    private final List<Reply> replies;

    Conversations(Replies replies) {
        this.replies = replies.all();
    }

    /** The event id of the first reply of a reply's conversation. */
    String threadOf(Reply reply) {
        var topic = topic(reply);
        return replies.stream()
                .filter(other -> topic(other).equals(topic))
                .findFirst()
                .orElseThrow()
                .face()
                .eventId();
    }

    private Topic topic(Reply reply) {
        var campaign = reply.first().campaignId();
        return threadId(reply)
                .or(() -> neighbour(reply).flatMap(Conversations::threadId))
                .map(thread -> new Topic(campaign, thread, ""))
                .orElse(new Topic(campaign, "", subject(reply)));
    }

    private Optional<Reply> neighbour(Reply reply) {
        var named = replies.stream()
                .filter(other -> other.first().campaignId().equals(reply.first().campaignId()))
                .filter(other ->
                        subject(other).equals(subject(reply)) && threadId(other).isPresent())
                .toList();
        return named.stream()
                .filter(other -> !other.at().isAfter(reply.at()))
                .max(Comparator.comparing(Reply::at))
                .or(() -> named.stream().findFirst());
    }

    private static Optional<String> threadId(Reply reply) {
        return reply.deliveries().stream()
                .filter(Conversations::namesThread)
                .findFirst()
                .map(delivery -> THREAD.matcher(delivery.raw())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));
    }

    private static boolean namesThread(Event delivery) {
        return THREAD.matcher(delivery.raw()).find();
    }

    /** Of the delivery that names a thread, else of the first with a subject, without what answering puts before it. */
    private static String subject(Reply reply) {
        var deliveries = reply.deliveries();
        return deliveries.stream()
                .filter(Conversations::namesThread)
                .findFirst()
                .map(Conversations::bare)
                .orElse(deliveries.stream()
                        .map(Conversations::bare)
                        .filter(bare -> !bare.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static String bare(Event delivery) {
        var subject = Objects.requireNonNull(delivery.reply()).subject().strip().toLowerCase(Locale.ROOT);
        while (ANSWER.matcher(subject).find()) {
            subject = ANSWER.matcher(subject).replaceFirst("");
        }
        return subject;
    }
}
