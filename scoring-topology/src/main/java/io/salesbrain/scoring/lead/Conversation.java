package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lead said: its distinct replies with their effective categories, the labels that belong to no reply, and
 * its meetings.
 *
 * @param replies in chronological order
 * @param orphanLabels positive or negative labels for which there was no reply at or before them
 * @param meetings the first meeting per campaign: booked, or completed without it
 */
record Conversation(List<Reply> replies, List<Placed> orphanLabels, List<Placed> meetings) {
    private static final long SAME_TEXT_WITHIN_MS = Duration.ofMinutes(10).toMillis();

    static Conversation of(Correspondence mail) {
        var groups = sameReplies(mail.placed());
        var labels = new IdentityHashMap<List<Placed>, ReplyCategory>();
        var orphans = new ArrayList<Placed>();
        for (var placed : mail.placed()) {
            var category = categoryOfLabel(placed.touch().type());
            if (category.isEmpty()) {
                continue;
            }
            var reply = latestReply(groups, placed.touch());
            if (reply == null) {
                orphans.add(placed);
            } else {
                // Touches come in chronological order: the latest label is the one that stays.
                labels.put(reply, category.get());
            }
        }
        var replies = groups.stream()
                .map(group -> Reply.of(group, labels.get(group)))
                .sorted(Comparator.comparing(
                        reply -> reply.deliveries().getFirst().touch(), Touch.CHRONOLOGICAL))
                .toList();
        return new Conversation(replies, List.copyOf(orphans), firstMeetings(mail.placed()));
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

    /**
     * Groups deliveries of the same reply: equal email_id, or equal visible text within ten minutes, or connected by
     * such pairs, so that the groups do not depend on which pair is looked at first.
     */
    private static List<List<Placed>> sameReplies(List<Placed> placed) {
        var groups = new ArrayList<List<Placed>>();
        for (var candidate : placed) {
            var type = candidate.touch().type();
            if (type != EventType.REPLY_RECEIVED && type != EventType.AUTO_REPLY_RECEIVED) {
                continue;
            }
            var joined = new ArrayList<Placed>();
            groups.removeIf(group -> {
                boolean same = group.stream().anyMatch(other -> isSame(other.touch(), candidate.touch()));
                if (same) {
                    joined.addAll(group);
                }
                return same;
            });
            joined.add(candidate);
            joined.sort(Comparator.comparing(Placed::touch, Touch.CHRONOLOGICAL));
            groups.add(joined);
        }
        return groups;
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

    private static @Nullable List<Placed> latestReply(List<List<Placed>> groups, Touch label) {
        return groups.stream()
                .filter(group -> group.getFirst().touch().campaignId().equals(label.campaignId()))
                .filter(group -> group.getFirst().touch().atMs() <= label.atMs())
                .max(Comparator.comparing(group -> group.getFirst().touch(), Touch.CHRONOLOGICAL))
                .orElse(null);
    }

    private static List<Placed> firstMeetings(List<Placed> placed) {
        Map<String, Placed> booked = new LinkedHashMap<>();
        Map<String, Placed> completed = new LinkedHashMap<>();
        for (var candidate : placed) {
            var type = candidate.touch().type();
            if (type == EventType.LEAD_MEETING_BOOKED) {
                booked.putIfAbsent(candidate.touch().campaignId(), candidate);
            } else if (type == EventType.LEAD_MEETING_COMPLETED) {
                completed.putIfAbsent(candidate.touch().campaignId(), candidate);
            }
        }
        completed.forEach(booked::putIfAbsent);
        return List.copyOf(booked.values());
    }
}
