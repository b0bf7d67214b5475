package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.scoring.lead.Corrections.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the lead said: its distinct replies with their effective categories, the labels that belong to no reply, and
 * its meetings.
 *
 * @param replies in chronological order
 * @param orphanLabels positive or negative labels for which there was no reply at or before them
 * @param meetings the first meeting per campaign: booked, or completed without it
 * @param metAtMs when a meeting was last booked or held, in whatever campaign
 */
record Conversation(List<Reply> replies, List<Placed> orphanLabels, List<Placed> meetings, OptionalLong metAtMs) {
    /** @param said what people said of replies */
    static Conversation of(Correspondence mail, Map<Touch, Said> said) {
        var transcript = new Transcript(said);
        mail.placed().forEach(transcript::add);
        return transcript.read();
    }

    /**
     * @param groups deliveries of the same reply, each group and the labels in chronological order
     * @param firstMeetings of each campaign
     * @param metAtMs when there was a meeting last
     * @param said what people said of replies
     */
    static Conversation of(
            List<List<Placed>> groups,
            List<Placed> givenLabels,
            List<Placed> firstMeetings,
            OptionalLong metAtMs,
            Map<Touch, Said> said) {
        var labels = new IdentityHashMap<List<Placed>, Placed>();
        var orphans = new ArrayList<Placed>();
        for (var label : givenLabels) {
            var reply = latestReply(groups, label.touch());
            if (reply == null) {
                orphans.add(label);
            } else {
                // Labels come in chronological order: the latest is the one that stays.
                labels.put(reply, label);
            }
        }
        var replies = groups.stream()
                .map(group -> Reply.of(group, labels.get(group), said))
                .sorted(Comparator.comparing(
                        reply -> reply.deliveries().getFirst().touch(), Touch.CHRONOLOGICAL))
                .toList();
        return new Conversation(replies, List.copyOf(orphans), firstMeetings, metAtMs);
    }

    /** The category that one of Instantly's labels gives to the lead's latest reply. */
    static Optional<ReplyCategory> categoryOfLabel(EventType type) {
        return switch (type) {
            case LEAD_INTERESTED -> Optional.of(ReplyCategory.INTERESTED);
            case LEAD_NOT_INTERESTED -> Optional.of(ReplyCategory.NOT_INTERESTED);
            case LEAD_MEETING_BOOKED -> Optional.of(ReplyCategory.MEETING_REQUEST);
            case LEAD_OUT_OF_OFFICE -> Optional.of(ReplyCategory.OUT_OF_OFFICE);
            case LEAD_WRONG_PERSON -> Optional.of(ReplyCategory.WRONG_PERSON);
            case EMAIL_SENT,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    REPLY_RECEIVED,
                    AUTO_REPLY_RECEIVED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_SPAM_REPORT,
                    LEAD_NEUTRAL,
                    LEAD_MEETING_COMPLETED,
                    LEAD_NO_SHOW,
                    LEAD_CLOSED,
                    LEAD_COMPLETED,
                    LEAD_ERROR,
                    CAMPAIGN_STARTED,
                    CAMPAIGN_PAUSED,
                    CAMPAIGN_COMPLETED,
                    ACCOUNT_ERROR,
                    ACCOUNT_SUSPENDED,
                    CUSTOM -> Optional.empty();
        };
    }

    private static @Nullable List<Placed> latestReply(List<List<Placed>> groups, Touch label) {
        return groups.stream()
                .filter(group -> group.getFirst().touch().campaignId().equals(label.campaignId()))
                .filter(group -> group.getFirst().touch().atMs() <= label.atMs())
                .max(Comparator.comparing(group -> group.getFirst().touch(), Touch.CHRONOLOGICAL))
                .orElse(null);
    }
}
