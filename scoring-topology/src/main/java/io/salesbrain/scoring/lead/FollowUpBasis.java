package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.ReplyCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a lead's follow-ups follow from, computed from its history: per campaign the last e-mail and the likeliest
 * human open and click, and the latest absence with a day of return. What needs more than the history, the calendar of
 * the lead's country, comes in with {@link FollowUpPlan}.
 *
 * @param engagements in the order of their campaigns
 */
public record FollowUpBasis(
        List<Engagement> engagements, @Nullable Absence absence) {
    /** Below this an open or click was rather a machine's: nobody is told to write to a mail gateway. */
    static final double LEAST_HUMAN = 0.5;

    /** Beyond, the campaigns with the latest e-mails count. */
    static final int MOST_CAMPAIGNS = 16;

    public static final FollowUpBasis NOTHING = new FollowUpBasis(List.of(), null);

    /**
     * @param sequence the last e-mail's, with {@code step}
     * @param seenAtMs the likeliest human open or click, the earlier of the two
     * @param ending what makes writing again needless
     */
    public record Engagement(
            String campaignId,
            int sequence,
            int step,
            long lastSentAtMs,
            boolean clicked,
            long seenAtMs,
            @Nullable FollowUpEnding ending) {}

    /** @param saidAtMs when the reply came */
    public record Absence(
            String campaignId,
            LocalDate returnDate,
            long saidAtMs,
            @Nullable FollowUpEnding ending) {}

    public FollowUpBasis {
        engagements = List.copyOf(engagements);
    }

    static FollowUpBasis of(Correspondence mail, Conversation talk, Map<Placed, Double> human) {
        return new Reading(mail, talk, human).basis();
    }

    /** The likeliest human open and click of a campaign; of equally likely ones the first. */
    private static final class Seen {
        private @Nullable Placed open;
        private @Nullable Placed click;

        void add(Placed placed, Map<Placed, Double> human) {
            double likelihood = human.getOrDefault(placed, 1.0);
            if (likelihood < LEAST_HUMAN) {
                return;
            }
            if (placed.touch().type() == EventType.EMAIL_CLICKED) {
                click = likelier(click, placed, likelihood, human);
            } else {
                open = likelier(open, placed, likelihood, human);
            }
        }

        private static Placed likelier(
                @Nullable Placed known, Placed other, double likelihood, Map<Placed, Double> human) {
            return known == null || likelihood > human.getOrDefault(known, 1.0) ? other : known;
        }

        /** The latest day there is where nothing was seen. */
        long firstAtMs() {
            return Math.min(atMs(open), atMs(click));
        }

        private static long atMs(@Nullable Placed placed) {
            return placed == null ? Long.MAX_VALUE : placed.touch().atMs();
        }
    }

    /** One reading of a history on its way to a basis. */
    private static final class Reading {
        private final Correspondence mail;
        private final Conversation talk;
        private final Map<String, Seen> seen = new HashMap<>();
        private final List<Touch> meetings = new ArrayList<>();
        private final Set<EventType> happened = EnumSet.noneOf(EventType.class);

        Reading(Correspondence mail, Conversation talk, Map<Placed, Double> human) {
            this.mail = mail;
            this.talk = talk;
            for (var placed : mail.placed()) {
                var touch = placed.touch();
                happened.add(touch.type());
                if (touch.type() == EventType.EMAIL_OPENED || touch.type() == EventType.EMAIL_CLICKED) {
                    seen.computeIfAbsent(touch.campaignId(), _ -> new Seen()).add(placed, human);
                } else if (touch.type() == EventType.LEAD_MEETING_BOOKED
                        || touch.type() == EventType.LEAD_MEETING_COMPLETED) {
                    meetings.add(touch);
                }
            }
        }

        FollowUpBasis basis() {
            seen.values().removeIf(each -> each.firstAtMs() == Long.MAX_VALUE);
            var absence = absence();
            return seen.isEmpty() && absence == null ? NOTHING : new FollowUpBasis(engagements(), absence);
        }

        private List<Engagement> engagements() {
            var lastSends = new HashMap<String, Email>();
            for (var email : mail.emails()) {
                lastSends.merge(email.key().campaignId(), email, Reading::later);
            }
            return seen.keySet().stream()
                    .map(lastSends::get)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingLong(Email::sentAtMs)
                            .reversed()
                            .thenComparing(email -> email.key().campaignId()))
                    .limit(MOST_CAMPAIGNS)
                    .map(this::engagement)
                    .sorted(Comparator.comparing(Engagement::campaignId))
                    .toList();
        }

        /** Of two sent at the same moment the later step. */
        private static Email later(Email a, Email b) {
            var order = Comparator.comparingLong(Email::sentAtMs)
                    .thenComparingInt(email -> email.key().sequence())
                    .thenComparingInt(email -> email.key().step());
            return order.compare(a, b) >= 0 ? a : b;
        }

        private Engagement engagement(Email lastSend) {
            var campaign = lastSend.key().campaignId();
            var evidence = seen.getOrDefault(campaign, new Seen());
            var ending = ending(campaign, lastSend.sentAtMs());
            if (ending == null && isAnsweredSince(lastSend.sentAtMs())) {
                ending = FollowUpEnding.REPLIED;
            }
            return new Engagement(
                    campaign,
                    lastSend.key().sequence(),
                    lastSend.key().step(),
                    lastSend.sentAtMs(),
                    evidence.click != null,
                    evidence.firstAtMs(),
                    ending);
        }

        /** The latest reply that only says when the person is back. */
        private @Nullable Absence absence() {
            Reply away = null;
            boolean answered = false;
            for (var reply : talk.replies()) {
                if (isAbsence(reply)) {
                    away = reply;
                    answered = false;
                } else if (reply.isHuman()) {
                    answered = true;
                }
            }
            if (away == null) {
                return null;
            }
            var ending = ending(away.campaignId(), away.atMs());
            if (ending == null && answered) {
                ending = FollowUpEnding.REPLIED;
            }
            return new Absence(away.campaignId(), away.returnDate().orElseThrow(), away.atMs(), ending);
        }

        /** The model has no say in the category of an automatic reply, but the day it names is one. */
        private static boolean isAbsence(Reply reply) {
            boolean otherwise = reply.effectiveCategory()
                    .filter(category -> category != ReplyCategory.OUT_OF_OFFICE)
                    .isPresent();
            return !reply.isHuman() && !otherwise && reply.returnDate().isPresent();
        }

        /** What ends it whatever else comes, the weightiest first. */
        private @Nullable FollowUpEnding ending(String campaign, long sinceMs) {
            if (happened.contains(EventType.EMAIL_UNSUBSCRIBED)
                    || happened.contains(EventType.EMAIL_SPAM_REPORT)
                    || talk.replies().stream().anyMatch(reply -> reply.isA(ReplyCategory.UNSUBSCRIBE))) {
                return FollowUpEnding.UNSUBSCRIBED;
            }
            if (happened.contains(EventType.LEAD_CLOSED)) {
                return FollowUpEnding.WON;
            }
            if (happened.contains(EventType.EMAIL_BOUNCED)) {
                return FollowUpEnding.BOUNCED;
            }
            if (StatusRules.standingRefusal(talk) != null) {
                return FollowUpEnding.REFUSED;
            }
            boolean met = meetings.stream()
                    .anyMatch(meeting -> meeting.campaignId().equals(campaign) || meeting.atMs() >= sinceMs);
            return met ? FollowUpEnding.MEETING : null;
        }

        /** By a person, in whatever campaign; a positive label without a reply stands for one that was not delivered. */
        private boolean isAnsweredSince(long sinceMs) {
            return talk.replies().stream().anyMatch(reply -> reply.isHuman() && reply.atMs() >= sinceMs)
                    || talk.orphanLabels().stream()
                            .filter(label -> Conversation.categoryOfLabel(
                                            label.touch().type())
                                    .filter(ReplyCategory::isPositive)
                                    .isPresent())
                            .anyMatch(label -> label.touch().atMs() >= sinceMs);
        }
    }
}
