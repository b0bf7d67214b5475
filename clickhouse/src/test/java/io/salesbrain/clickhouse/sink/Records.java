package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.Addressee;
import io.salesbrain.events.Classified;
import io.salesbrain.events.Contribution;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Deal;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventType;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records as the scoring topology writes them, with invented content. */
public final class Records {
    public static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");

    private Records() {}

    /** The n-th event of an organization: of one of its leads, in one of three campaigns. */
    public static ScoredEvent event(OrganizationId organization, int n) {
        var type = n % 5 == 0 ? EventType.REPLY_RECEIVED : n % 2 == 0 ? EventType.EMAIL_OPENED : EventType.EMAIL_SENT;
        var classified = type == EventType.REPLY_RECEIVED
                ? new Classified(
                        ReplyCategory.INTERESTED,
                        Map.of(ReplyCategory.INTERESTED, 0.9, ReplyCategory.OTHER, 0.1),
                        "en",
                        n % 10 == 0,
                        "model-1",
                        null,
                        "Sounds good, number " + n)
                : null;
        return event(organization, n, type, lead(n % 40), "campaign-" + n % 3, classified);
    }

    public static ScoredEvent event(
            OrganizationId organization,
            int n,
            EventType type,
            String lead,
            String campaignId,
            @Nullable Classified classified) {
        return event(organization, n, START.plusSeconds(n), type, lead, campaignId, classified);
    }

    public static ScoredEvent event(
            OrganizationId organization,
            int n,
            Instant at,
            EventType type,
            String lead,
            String campaignId,
            @Nullable Classified classified) {
        var event = new Event(
                "event-" + organization + "-" + n,
                organization,
                type,
                type.label(),
                at,
                at,
                (at.isBefore(START) ? START : at).plusSeconds(2),
                n % 7 == 0 ? Set.of(EventFlag.CLAMPED) : Set.of(),
                "workspace-1",
                campaignId,
                "Campaign " + campaignId + " v" + n / 100,
                lead,
                "anna@sender.example",
                new StepVariant(0, 1 + n % 3, 1 + n % 2),
                "email-" + n,
                classified == null ? null : new ReplyContent("Re: Hello", "Sounds good", "", ""),
                "{\"event_type\":\"" + type.label() + "\",\"n\":" + n + ",\"note\":\"Grüße \\\"🙂\\\"\\n\"}");
        return new ScoredEvent(event, n % 2, n / 2 + 1, classified);
    }

    public static String lead(int n) {
        return "lead" + n + "@customer.example";
    }

    public static LeadState leadState(OrganizationId organization, String lead, long version) {
        return new LeadState(
                organization,
                lead,
                LeadStatus.REPLIED,
                10 * version,
                version / 3.0,
                1_209_600_000L,
                true,
                false,
                START,
                null,
                LocalDate.parse("2026-04-01"),
                List.of("campaign-1", "campaign-2"),
                List.of(new Contribution("event-1", EventType.EMAIL_OPENED, START, "campaign-1", 10, 0.5, "Opened")),
                List.of(new InferredSend(
                        "inferred-1",
                        START.minusSeconds(60),
                        "campaign-1",
                        new StepVariant(0, 2, 1),
                        "anna@sender.example",
                        "event-1")),
                version,
                List.of(),
                null,
                List.of());
    }

    public static RateKey rateKey(OrganizationId organization, Dimension dimension, Instant at) {
        return new RateKey(organization, dimension, RateKey.hourOf(at.toEpochMilli()));
    }

    /** A bucket in which each metric has a number of its own, growing with the version. */
    public static RateBucket bucket(long version) {
        var counts = Counts.zero();
        long number = 1;
        for (var metric : Metric.values()) {
            counts.add(metric, number++ * version);
        }
        return new RateBucket(counts, version, START);
    }

    public static Cost cost(OrganizationId organization, String id, String amount, String currency) {
        return new Cost(organization, id, new BigDecimal(amount), currency, START, "campaign-1", null, START);
    }

    /** In euros, of a campaign, an account, or neither. */
    public static Cost costOf(
            OrganizationId organization,
            String id,
            String amount,
            @Nullable String campaignId,
            @Nullable String account) {
        return new Cost(organization, id, new BigDecimal(amount), "EUR", START, campaignId, account, START);
    }

    public static Deal deal(OrganizationId organization, String id, String amount) {
        return new Deal(organization, id, lead(1), new BigDecimal(amount), "EUR", START, START);
    }

    public static FollowUp followUp(OrganizationId organization, String lead) {
        return new FollowUp(
                organization,
                "follow-up-1",
                lead,
                "campaign-1",
                FollowUpReason.OPENED,
                FollowUpState.DUE,
                START.plusSeconds(60),
                START,
                null,
                START.plusSeconds(61),
                START,
                START,
                null,
                new Addressee(null, null, null, null, null, "en"));
    }
}
