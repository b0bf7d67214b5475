package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.scoring.lead.Corrections.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is said, touch by touch in chronological order. It can be read at any moment: that is how a conversation is known
 * as it stood after each of its events.
 *
 * <p>Deliveries belong to the same reply when their email_id is equal, or their visible text within ten minutes, or
 * where such pairs connect them, so that the groups do not depend on which pair is looked at first.
 */
final class Transcript {
    private static final long SAME_TEXT_WITHIN_MS = Duration.ofMinutes(10).toMillis();

    private final Map<Touch, Said> said;
    private final List<List<Placed>> replies = new ArrayList<>();
    private final List<Placed> labels = new ArrayList<>();
    private final Map<String, Placed> booked = new LinkedHashMap<>();
    private final Map<String, Placed> completed = new LinkedHashMap<>();
    private OptionalLong metAtMs = OptionalLong.empty();

    /** @param said what people said of replies */
    Transcript(Map<Touch, Said> said) {
        this.said = said;
    }

    /** @return whether it says anything, so that the conversation is another one now */
    boolean add(Placed placed) {
        var touch = placed.touch();
        boolean isReply = isReply(touch.type());
        if (isReply) {
            addReply(placed);
        }
        boolean isLabel = Conversation.categoryOfLabel(touch.type()).isPresent();
        if (isLabel) {
            labels.add(placed);
        }
        if (touch.type() == EventType.LEAD_MEETING_BOOKED) {
            booked.putIfAbsent(touch.campaignId(), placed);
            metAtMs = OptionalLong.of(touch.atMs());
        } else if (touch.type() == EventType.LEAD_MEETING_COMPLETED) {
            completed.putIfAbsent(touch.campaignId(), placed);
            metAtMs = OptionalLong.of(touch.atMs());
            return true;
        }
        return isReply || isLabel;
    }

    Conversation read() {
        var meetings = new LinkedHashMap<>(booked);
        completed.forEach(meetings::putIfAbsent);
        return Conversation.of(replies, labels, List.copyOf(meetings.values()), metAtMs, said);
    }

    static boolean isReply(EventType type) {
        return type == EventType.REPLY_RECEIVED || type == EventType.AUTO_REPLY_RECEIVED;
    }

    private void addReply(Placed reply) {
        var joined = new ArrayList<Placed>();
        replies.removeIf(group -> {
            boolean same = group.stream().anyMatch(other -> isSame(other.touch(), reply.touch()));
            if (same) {
                joined.addAll(group);
            }
            return same;
        });
        joined.add(reply);
        joined.sort(Comparator.comparing(Placed::touch, Touch.CHRONOLOGICAL));
        replies.add(joined);
    }

    private static boolean isSame(Touch a, Touch b) {
        if (!a.campaignId().equals(b.campaignId())) {
            return false;
        }
        if (!a.emailId().isEmpty() && a.emailId().equals(b.emailId())) {
            return true;
        }
        return Math.abs(a.atMs() - b.atMs()) <= SAME_TEXT_WITHIN_MS
                && a.judgement() != null
                && b.judgement() != null
                && a.judgement().textHash() == b.judgement().textHash();
    }
}
